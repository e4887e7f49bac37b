package dev.cultivar.survey.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EveryCountryTest extends WithMicrodata {

    /** Two letters, three letters and the number of ISO 3166-1, and the language that most were interviewed in. */
    private final List<String[]> countries = countries();

    @Test
    void thereAreNinetyTwo() {
        assertThat(countries).hasSize(92);
    }

    @Test
    void ofTheJointFileHasItsLanguageAndItsFigures() throws IOException {
        MadeUpFile file = new MadeUpFile("cntry_AN", "lnge_iso", "gwght", "pwght", "F120");
        countries.forEach(country -> file.row(country[0], language(country), "1", "1", "10"));

        requireAll(file);
    }

    @Test
    void ofWave7HasItsLanguageAndItsFigures() throws IOException {
        MadeUpFile file = new MadeUpFile("B_COUNTRY_ALPHA", "LNGE_ISO", "W_WEIGHT", "PWGHT", "Q184");
        countries.forEach(country -> file.row(country[1], language(country), "1", "1", "10"));

        requireAll(file);
    }

    @Test
    void ofATrendFileHasItsFiguresAndWhereOneLeadsItsLanguage() throws IOException {
        MadeUpFile file = new MadeUpFile("S002VS", "S003", "S017", "F120");
        countries.forEach(country -> file.row("7", country[2], "1", "10"));

        requireAll(file);
    }

    private void requireAll(MadeUpFile file) throws IOException {
        ImportedPopulationsWriter.write(read(file), folder.resolve("out"));
        PopulationTable table =
                PopulationTable.read(folder.resolve("out").resolve(ImportedPopulationsWriter.POPULATIONS));
        for (String[] country : countries) {
            PopulationKey key = new PopulationKey(PopulationType.COUNTRY, country[0]);
            assertThat(table.polarity(key, "F120")).as(country[0]).hasValue(1);
            if (!country[3].isEmpty()) {
                assertThat(table.local(country[3])).as(country[0]).contains(key);
            }
        }
    }

    private static String language(String[] country) {
        return country[3].isEmpty() ? "-4" : country[3];
    }

    private static List<String[]> countries() {
        List<String[]> countries = new ArrayList<>();
        BundledTable.read("/dev/cultivar/survey/countries.csv", row -> {
            String code = row.getOrDefault("code", "");
            String three = code.length() == 3
                    ? code
                    : new Locale.Builder().setRegion(code).build().getISO3Country();
            countries.add(new String[] {code, three, row.getOrDefault("number", ""), row.getOrDefault("language", "")});
        });
        return countries;
    }
}
