package dev.cultivar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.ReferenceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationTableTest {

    private static final String HEADER = "type,population,language,topic,polarity\n";

    private final PopulationTable table = PopulationTable.builtIn();

    @Test
    void holdsThirtyOneCountriesFourLanguagesAndTheWorld() {
        assertThat(table.populations())
                .extracting(PopulationKey::name)
                .containsExactly(
                        "AR", "AT", "AU", "BO", "BR", "CA", "CL", "CO", "DE", "DK", "EC", "ES", "FR", "GB", "GT", "JP",
                        "KE", "MX", "NG", "NI", "NIR", "NL", "NZ", "PE", "PR", "PT", "SE", "SG", "US", "UY", "VE", "da",
                        "en", "nl", "pt", "global");
    }

    @Test
    void knowsWhereALanguageIsLocal() {
        assertThat(table.local("da")).extracting(PopulationKey::name).containsExactly("DK");
        assertThat(table.local("pt")).extracting(PopulationKey::name).containsExactly("BR", "PT");
        assertThat(table.local("sw")).isEmpty();
    }

    @Test
    void agreesWithTheReleasedFiguresOfEveryCountryToThreeDecimals() throws IOException {
        List<String> rows = Files.readAllLines(ReferenceData.file("ground_truth_every_country.csv"));
        int compared = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] fields = row.split(",");
            if (!List.of("E001", "E002", "E003", "E004").contains(fields[1])) {
                assertThat(table.polarity(fields[0], fields[1]).orElseThrow())
                        .as(row)
                        .isCloseTo(Double.parseDouble(fields[2]), within(0.00051));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(900);
    }

    @Test
    void everyPopulationWithTruthAgreesWithTheCatalogue() {
        for (PopulationKey population : table.populations()) {
            assertThat(table.topics(population))
                    .allSatisfy(topic ->
                            assertThat(Catalogue.builtIn().topic(topic)).isPresent());
        }
    }

    @Test
    void hasNoTruthWhereTheSurveyDidNotAsk() {
        assertThat(table.polarity("US", "E069_18")).isEmpty();
        assertThat(table.polarity("XX", "F120")).isEmpty();
    }

    @Test
    void onesOwnPopulationsStandBesideTheBuiltInOnesAndInPlaceOfThoseOfTheSameName() {
        PopulationTable both = table.with(parse(HEADER + "country,KZ,kk,F120,0.25\ncountry,DK,da,F120,0.5\n"));

        assertThat(both.polarity("KZ", "F120")).hasValue(0.25);
        assertThat(both.local("kk")).extracting(PopulationKey::name).containsExactly("KZ");
        assertThat(both.polarity("US", "F120")).isEqualTo(table.polarity("US", "F120"));
        // one's own Denmark is not made of two sources
        assertThat(both.polarity("DK", "F120")).hasValue(0.5);
        assertThat(both.polarity("DK", "F121")).isEmpty();
        assertThat(both.source()).isEqualTo("built in and mine.csv");
        assertThat(both.sha256()).hasSize(64).isNotEqualTo(table.sha256());
        assertThat(both.sha256())
                .isNotEqualTo(
                        table.with(parse(HEADER + "country,KZ,kk,F120,0.26\n")).sha256());
        assertThatThrownBy(() -> table.with(parse(HEADER + "group,DK,,F120,0.5\n")))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("DK is used for a COUNTRY and a GROUP; rename one");
    }

    @Test
    void aTableThatReplacesStandsAlone(@TempDir Path folder) throws IOException {
        Path own = Files.writeString(folder.resolve("own.csv"), HEADER + "country,KZ,kk,F120,0.25\n");

        assertThat(new PopulationSource(Optional.of(own), true).table().populations())
                .extracting(PopulationKey::name)
                .containsExactly("KZ");
        assertThat(new PopulationSource(Optional.of(own), false).table().populations())
                .hasSize(table.populations().size() + 1);
        assertThat(PopulationSource.BUILT_IN.table()).isSameAs(table);
    }

    @Test
    void refusesATableThatIsNone() {
        assertThatThrownBy(() -> parse("type,population,topic,polarity\ncountry,DK,F120,0.8\n"))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("'language'");
        assertThatThrownBy(() -> parse("type,population,language,topic,polarity\n"))
                .hasMessageContaining("no rows");
        assertThatThrownBy(() -> parse("# a comment\n"
                        + "type,population,language,topic,polarity\n"
                        + "country,DK,da,F120,1\n"
                        + "country,DK,da,F121,NaN\n"))
                .hasMessageContaining("line 4")
                .hasMessageContaining("'NaN'");
        assertThatThrownBy(() -> parse("type,population,language,topic,polarity\ntribe,DK,da,F120,0.5\n"))
                .hasMessageContaining("'tribe'");
        assertThatThrownBy(() -> parse(
                        "type,population,language,topic,polarity\ncountry,DK,da,F120,0.5\ncountry,DK,da,F120,0.6\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("twice");
        assertThatThrownBy(() ->
                        parse("type,population,language,topic,polarity\ncountry,x,da,F120,0.5\ngroup,x,,F120,0.6\n"))
                .hasMessageContaining("rename one");
    }

    private static PopulationTable parse(String csv) {
        return PopulationTable.parse(csv.getBytes(StandardCharsets.UTF_8), "mine.csv");
    }
}
