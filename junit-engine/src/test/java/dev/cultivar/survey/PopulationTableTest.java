package dev.cultivar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.ReferenceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
    void theLocalPopulationIsTheUnweightedMeanOfItsCountriesWithoutTheUnitedStates() {
        PopulationKey brazilAndPortugal = table.localPopulation("pt").orElseThrow();
        assertThat(brazilAndPortugal).isEqualTo(new PopulationKey(PopulationType.LOCAL, "local-pt"));
        assertThat(table.find("local-pt")).contains(brazilAndPortugal);
        assertThat(table.countries(brazilAndPortugal))
                .extracting(PopulationKey::name)
                .containsExactly("BR", "PT");
        assertThat(table.polarity("local-pt", "F118").orElseThrow()).isCloseTo(mean("F118", "BR", "PT"), within(1e-12));
        assertThat(table.countries(table.localPopulation("en").orElseThrow()))
                .extracting(PopulationKey::name)
                .containsExactly("AU", "CA", "GB", "KE", "NG", "NIR", "NZ", "SG");
    }

    @Test
    void theLocalPopulationOfOneCountryIsThatCountry() {
        assertThat(table.localPopulation("da")).contains(country("DK"));
        assertThat(table.localPopulation("sw")).isEmpty();
        assertThat(parse("type,population,language,topic,polarity\ncountry,US,en,F120,0.5\n")
                        .localPopulation("en"))
                .contains(country("US"));
    }

    @Test
    void whereACountryHasNoTruthTheOthersAreTheLocalPopulation() {
        PopulationTable mine = parse("""
            type,population,language,topic,polarity
            country,BR,pt,F120,0.2
            country,PT,pt,F120,0.4
            country,PT,pt,F118,0.6
            """);
        assertThat(mine.polarity("local-pt", "F120").orElseThrow()).isCloseTo(0.3, within(1e-12));
        assertThat(mine.polarity("local-pt", "F118")).hasValue(0.6);
        assertThat(mine.polarity("local-pt", "E035")).isEmpty();
        assertThat(mine.topics(mine.find("local-pt").orElseThrow())).containsExactlyInAnyOrder("F118", "F120");
    }

    @Test
    void theWorldIsTheMeanOfTheOtherCountriesNamedInTheTable() {
        assertThat(table.others(country("DK")))
                .extracting(PopulationKey::name)
                .containsExactly("AU", "BR", "CA", "GB", "KE", "NG", "NIR", "NL", "NZ", "PT", "SG", "US");
        assertThat(table.others(table.find("local-pt").orElseThrow()))
                .extracting(PopulationKey::name)
                .containsExactly("AU", "CA", "DK", "GB", "KE", "NG", "NIR", "NL", "NZ", "SG", "US");
        PopulationKey english = table.find("en").orElseThrow();
        assertThat(table.others(english)).extracting(PopulationKey::name).containsExactly("BR", "DK", "NL", "PT");
        assertThat(table.world(english, "F118").orElseThrow())
                .isCloseTo(mean("F118", "BR", "DK", "NL", "PT"), within(1e-12));
    }

    @Test
    void countriesOfOnesOwnNeverJoinTheWorld() {
        PopulationTable mine = parse("""
            type,population,language,topic,polarity
            country,SE,sv,F120,0.9
            country,NO,no,F120,0.8
            country,DK,da,F120,0.7
            country,NL,nl,F120,0.6
            country,US,en,F120,0.4
            """);
        assertThat(mine.others(country("SE"))).extracting(PopulationKey::name).containsExactly("DK", "NL", "US");
        assertThat(mine.world(country("SE"), "F120").orElseThrow()).isCloseTo(1.7 / 3, within(1e-12));
        // two others are too few to say what countries share
        assertThat(mine.world(country("DK"), "F120")).isEmpty();
    }

    @Test
    void aTableMayNameAWorldOfItsOwn() {
        String rows = """
            type,population,language,topic,polarity
            country,SE,sv,F120,0.9
            country,NO,no,F120,0.8
            country,FI,fi,F120,0.7
            country,DK,da,F120,0.6
            """;
        PopulationTable mine = parse("# world: FI, NO, SE\n" + rows);
        assertThat(mine.others(country("DK"))).extracting(PopulationKey::name).containsExactly("FI", "NO", "SE");
        assertThatThrownBy(() -> parse("# world: FI, XX\n" + rows))
                .isInstanceOf(SurveyException.class)
                .hasMessage("Population table mine.csv: '# world:' names XX, but no row is about that country.");
    }

    @Test
    void populationsWithTheSameFiguresAreOne() {
        assertThat(table.canonical(table.find("da").orElseThrow())).isEqualTo(country("DK"));
        assertThat(table.canonical(table.find("pt").orElseThrow()).name()).isEqualTo("pt");
        assertThat(table.canonical(table.find("local-pt").orElseThrow()).name()).isEqualTo("local-pt");
    }

    private static PopulationKey country(String name) {
        return new PopulationKey(PopulationType.COUNTRY, name);
    }

    private double mean(String topic, String... countries) {
        return Arrays.stream(countries)
                .mapToDouble(name -> table.polarity(name, topic).orElseThrow())
                .average()
                .orElseThrow();
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
    void figuresOfTopicsOfOnesOwnAreAddedToAPopulationThatKeepsItsOthers() {
        PopulationTable both = table.with(parse(HEADER + "country,DK,da,FOUR_DAYS,0.8\n"));

        assertThat(both.polarity("DK", "FOUR_DAYS")).hasValue(0.8);
        assertThat(both.polarity("DK", "F120")).isEqualTo(table.polarity("DK", "F120"));
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
        assertThatThrownBy(() -> parse("type,population,language,topic,polarity\nlocal,DK,da,F120,0.5\n"))
                .hasMessageContaining("type 'local' is not country, language, global or group");
        assertThatThrownBy(() -> parse(
                        "type,population,language,topic,polarity\ncountry,DK,da,F120,0.5\ncountry,DK,da,F120,0.6\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("twice");
        assertThatThrownBy(() ->
                        parse("type,population,language,topic,polarity\ncountry,x,da,F120,0.5\ngroup,x,,F120,0.6\n"))
                .hasMessageContaining("rename one");
    }

    @Test
    void everyBadRowIsToldAtOnceButNotTheRowsOfAFileOfAnotherKind() {
        assertThatThrownBy(() -> parse(HEADER + "tribe,DK,da,F120,0.5\ncountry,DK,da,F120,80\ncountry,DK,da\n"))
                .isInstanceOfSatisfying(SurveyException.class, e -> assertThat(e.problems())
                        .containsExactly(
                                "Population table mine.csv, line 2: type 'tribe' is not country, language, global or"
                                        + " group.",
                                "Population table mine.csv, line 3: polarity '80' is not a number in [0,1];"
                                        + " write a share, not a percentage.",
                                "Population table mine.csv, line 4 has no topic."));
        assertThatThrownBy(() -> parse(HEADER + "tribe,DK,da,F120,0.5\n".repeat(1000)))
                .isInstanceOfSatisfying(
                        SurveyException.class, e -> assertThat(e.problems()).hasSize(20));
    }

    private static PopulationTable parse(String csv) {
        return PopulationTable.parse(csv.getBytes(StandardCharsets.UTF_8), "mine.csv");
    }
}
