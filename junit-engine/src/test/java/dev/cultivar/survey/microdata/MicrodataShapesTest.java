package dev.cultivar.survey.microdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.ReferenceData;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.CsvRecords;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file that a user may have, made up with known answers. */
class MicrodataShapesTest {

    @TempDir
    private Path folder;

    @Nested
    class Joint {

        @Test
        void versionFourInLowerCaseGivesWhatVersionFiveGives() throws IOException {
            MadeUpFile five = new MadeUpFile("cntry", "cntry_AN", "lnge_iso", "gwght", "pwght", "F120", "D001_B")
                    .row("208", "DK", "da", "2", "1", "10", "1")
                    .row("208", "DK", "da", "1", "1", "5", "3");
            MadeUpFile four = new MadeUpFile("cntry", "cntry_an", "lnge_iso", "gwght", "pwght", "f120", "d001_b")
                    .row("208", "DK", "da", "2", "1", "10", "1")
                    .row("208", "DK", "da", "1", "1", "5", "3");

            assertThat(figures(read(four))).isEqualTo(figures(read(five)));
            assertThat(polarity(read(four), "DK", "F120")).isEqualTo(2.0 / 3, within(1e-12));
            assertThat(polarity(read(four), "DK", "D001_B")).isEqualTo(2.0 / 3, within(1e-12));
        }

        @Test
        void zeroOfTheTwoQuestionsOnDemocracyIsNoAnswerAsInThePaper() throws IOException {
            MadeUpFile file = new MadeUpFile("cntry_AN", "lnge_iso", "gwght", "pwght", "E233A")
                    .row("DK", "da", "1", "1", "0")
                    .row("DK", "da", "1", "1", "10");

            assertThat(figure(read(file), "DK", "E233A").n()).isEqualTo(1);
        }
    }

    @Nested
    class Wave7 {

        private MadeUpFile file(String... questions) {
            List<String> header =
                    new ArrayList<>(List.of("B_COUNTRY", "B_COUNTRY_ALPHA", "LNGE_ISO", "W_WEIGHT", "PWGHT"));
            header.addAll(List.of(questions));
            return new MadeUpFile(header.toArray(String[]::new));
        }

        private MadeUpFile kenyans(MadeUpFile file, String... codes) {
            for (String code : codes) {
                file.row("404", "KEN", "en", "1", "1", code);
            }
            return file;
        }

        @Test
        void responsibilityOfTheGovernmentIsReversed() throws IOException {
            // the question's 1 is "the government", which is the topic's 10; in favour are the topic's 6 to 10
            ImportedPopulations imported = read(kenyans(file("Q108"), "1", "2", "5", "6", "10"));

            assertThat(polarity(imported, "KE", "E037")).isEqualTo(3.0 / 5, within(1e-12));
        }

        @Test
        void attendanceHasOneCodeLess() throws IOException {
            // 4 "on special holy days" is in favour; 5 "once a year" to 7 "never" are the topic's 6 to 8
            ImportedPopulations imported = read(kenyans(file("Q171"), "1", "4", "5", "7"));

            assertThat(polarity(imported, "KE", "F028")).isEqualTo(0.5, within(1e-12));
        }

        @Test
        void theThreePointScaleIsMadeOfFiveWhereItIsNotThere() throws IOException {
            MadeUpFile five = kenyans(file("Q33"), "1", "2", "3", "4", "5");
            MadeUpFile both = file("Q33", "Q33_3")
                    .row("840", "USA", "en", "1", "1", "-4", "1")
                    .row("404", "KEN", "en", "1", "1", "4", "2");

            assertThat(polarity(read(five), "KE", "C001")).isEqualTo(2.0 / 5, within(1e-12));
            assertThat(polarity(read(five), "KE", "C001_01")).isEqualTo(2.0 / 5, within(1e-12));
            // neither agree nor disagree is neutral on both scales
            assertThat(polarity(read(five, MadeUpFile.options(CodingRule.DROP_NEUTRAL)), "KE", "C001"))
                    .isEqualTo(2.0 / 4, within(1e-12));
            assertThat(polarity(read(both), "US", "C001")).isEqualTo(1);
            assertThat(figures(read(both))).doesNotContainKey("US C001_01").containsEntry("KE C001", 0.0);
        }

        @Test
        void everyTopicHasAQuestionAndTheyAreThoseOfThePublishedGermanFigures() throws IOException {
            Map<String, String> published = new TreeMap<>();
            try (CsvRecords rows = CsvRecords.withComments(new InputStreamReader(
                    Files.newInputStream(ReferenceData.file("germany_wvs7.csv")), StandardCharsets.UTF_8))) {
                while (rows.next()) {
                    published.put(
                            Objects.requireNonNull(rows.get("topic")),
                            Objects.requireNonNull(rows.get("wvs7_question")));
                }
            }
            assertThat(published).hasSizeGreaterThan(70);
            published.forEach((topic, question) -> assertThat(Wave7Questions.of(topic))
                    .as(topic)
                    .extracting(Wave7Questions.Question::column)
                    .contains(question));
            assertThat(Catalogue.builtIn().topics()).extracting(Topic::key).allSatisfy(topic -> assertThat(
                            Wave7Questions.of(topic).get(0).column())
                    .startsWith("Q"));
        }

        @Test
        void aQuestionThatNoBuiltInTopicHasIsReadByItsOwnName() throws IOException {
            Catalogue own =
                    Catalogue.read(new java.io.ByteArrayInputStream("""
                        catalogues: {mine: [Q1]}
                        topics:
                          Q1: {label: Family, category: Life, pro: p, con: c, codes: 4, affirmative: [1, 2]}
                        """.getBytes(StandardCharsets.UTF_8)), "own");
            Path file = kenyans(file("Q1"), "1", "4").write(folder.resolve("q1.csv"));

            ImportedPopulations imported = MicrodataImport.read(file, own, MadeUpFile.options(CodingRule.PUBLISHED));

            assertThat(polarity(imported, "KE", "Q1")).isEqualTo(0.5);
        }
    }

    @Nested
    class Trend {

        @Test
        void theLastWaveOfEitherSurveyIsReadAndTheEarlierOnesAreNot() throws IOException {
            MadeUpFile file = new MadeUpFile(
                            "S002VS", "S002EVS", "S003", "COW_ALPHA", "S017", "pwght", "lnge_iso", "F120")
                    .row("7", "-4", "276", "GMY", "1", "2", "de", "10")
                    .row("-4", "5", "276", "GMY", "3", "2", "de", "1")
                    .row("6", "-4", "276", "GMY", "1", "2", "de", "10")
                    .row("-4", "4", "40", "AUS", "1", "2", "de", "10");

            ImportedPopulations imported = read(file);

            assertThat(polarity(imported, "DE", "F120")).isEqualTo(0.25, within(1e-12));
            assertThat(polarity(imported, "de", "F120")).isEqualTo(0.25, within(1e-12));
            assertThat(imported.respondents()).isEqualTo(2);
            assertThat(figures(imported)).doesNotContainKey("AT F120");
        }

        @Test
        void theYearTellsTheWaveWhereNothingElseDoes() throws IOException {
            MadeUpFile file = new MadeUpFile("S003", "S020", "S017", "F120")
                    .row("276", "2018", "1", "10")
                    .row("276", "2013", "1", "1");

            assertThat(polarity(read(file), "DE", "F120")).isEqualTo(1);
        }

        @Test
        void withoutThePeopleOfEachCountryNobodyIsCountedAcrossCountries() throws IOException {
            MadeUpFile file = new MadeUpFile("S002VS", "COUNTRY_ALPHA", "S003", "S016", "S017", "F120")
                    .row("7", "JPN", "392", "2190", "1", "10")
                    .row("7", "NIR", "909", "1240", "1", "10");

            ImportedPopulations imported = read(file);

            assertThat(figures(imported)).containsOnlyKeys("JP F120", "NIR F120");
            // the file has numbers of its own for languages, so the country's is looked up
            assertThat(figure(imported, "JP", "F120").language()).isEqualTo("ja");
            assertThat(imported.dropped())
                    .anySatisfy(dropped -> assertThat(dropped.reason()).contains("pwght"));
        }
    }

    @Nested
    class Text {

        private MadeUpFile file() {
            return new MadeUpFile("região", "cntry_AN", "lnge_iso", "gwght", "pwght", "F120", "F121")
                    .row("São Paulo", "BR", "pt", "1.0", "2", "10", "1")
                    .row("Évora", "PT", "pt", "1.0", "1", "1", "10");
        }

        @ParameterizedTest
        @ValueSource(strings = {",", ";", "\t"})
        void anySeparatorWithAndWithoutAMark(String separator) throws IOException {
            Map<String, Double> known = figures(read(file()));

            assertThat(known).containsEntry("pt F120", 2.0 / 3).containsEntry("BR F121", 0.0);
            assertThat(figures(read(file().separatedBy(separator)))).isEqualTo(known);
            assertThat(figures(read(file().separatedBy(separator).startingWith("\uFEFF"))))
                    .isEqualTo(known);
        }

        @Test
        void latinOneIsReadByItsNameAndToldApartFromUtf8() throws IOException {
            MadeUpFile latin = file().in(StandardCharsets.ISO_8859_1);

            assertThat(figures(read(latin, in(StandardCharsets.ISO_8859_1)))).isEqualTo(figures(read(file())));
            assertThat(figures(read(latin, in(Charset.forName("windows-1252")))))
                    .isEqualTo(figures(read(file())));
            assertThatThrownBy(() -> read(latin))
                    .isInstanceOf(MicrodataException.class)
                    .hasMessageContaining("is not encoded in UTF-8")
                    .hasMessageContaining("-Dcultivar.encoding=ISO-8859-1");
        }

        /** R writes NA, Stata a point and a letter, pandas 1.0 or nothing; a German Excel a comma. */
        @Test
        void nothingIsNothingAndANumberIsANumberAsAnyProgramWritesThem() throws IOException {
            MadeUpFile file = new MadeUpFile("cntry_AN", "lnge_iso", "gwght", "pwght", "F120").separatedBy(";");
            for (String nothing : List.of("", "NA", ".", ".a", ".z", "NaN", "nan", "<NA>", "-1", "-4.0", " ")) {
                file.row("DK", "da", "1", "1", nothing);
            }
            file.row("DK", "da", "1", "1", "10.0")
                    .row("DK", "da", "1,5", "1.0", "1,0")
                    .row("DK", "da", "0.5", "1", "10");

            PopulationFigure figure = figure(read(file), "DK", "F120");

            assertThat(figure.n()).isEqualTo(3);
            assertThat(figure.polarity()).isEqualTo(1.5 / 3, within(1e-12));
        }
    }

    @Nested
    class EveryCountry {

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
                countries.add(
                        new String[] {code, three, row.getOrDefault("number", ""), row.getOrDefault("language", "")});
            });
            return countries;
        }
    }

    @Nested
    class Refused {

        @Test
        void valueLabelsWithTheWayOut() throws IOException {
            requireOneLine(
                    joint("F120", "Never justifiable"),
                    "row 1: F120 is 'Never justifiable', a label rather than a code. Write codes, not labels: in SPSS");
            requireOneLine(
                    new MadeUpFile("B_COUNTRY_ALPHA", "LNGE_ISO", "W_WEIGHT", "PWGHT", "Q184")
                            .row("Germany", "de", "1", "1", "1"),
                    "row 1: B_COUNTRY_ALPHA is 'Germany', which is not a country code. Write codes, not labels");
        }

        @Test
        void codesThatAreNone() throws IOException {
            requireOneLine(joint("F120", "1.5"), "row 1: F120 is '1.5', not a whole number.");
            requireOneLine(joint("F120", "11"), "row 1: F120 is 11, but the catalogue knows its codes as 1 to 10.");
            requireOneLine(
                    new MadeUpFile("B_COUNTRY_ALPHA", "LNGE_ISO", "W_WEIGHT", "PWGHT", "Q171")
                            .row("DEU", "de", "1", "1", "8"),
                    "row 1: Q171 is 8, but the catalogue knows its codes as 1 to 7.");
            requireOneLine(
                    new MadeUpFile("S002VS", "S003", "S017", "F120").row("7", "999", "1", "1"),
                    "row 1: S003 is '999', which is not a country code.");
        }

        @Test
        void weightsThatAreMissing() throws IOException {
            requireOneLine(
                    new MadeUpFile("cntry_AN", "lnge_iso", "gwght", "pwght", "F120").row("DK", "da", "NA", "1", "1"),
                    "row 1: gwght is 'NA', not a weight (a number of at least 0).");
            requireOneLine(
                    new MadeUpFile("B_COUNTRY_ALPHA", "LNGE_ISO", "Q184").row("DEU", "de", "1"),
                    "looks like the file of WVS wave 7 but lacks the column W_WEIGHT; it has 3 columns, from"
                            + " B_COUNTRY_ALPHA. Keep it in a part of the file.");
        }

        @Test
        void filesOfAnotherKind() throws IOException {
            requireOneLine(
                    new MadeUpFile("id", "V2", "V4").row("1", "276", "1"),
                    "has no column cntry_AN, B_COUNTRY_ALPHA, COUNTRY_ALPHA, S009 or S003, which say the country");
            requireOneLine(
                    new MadeUpFile("B_COUNTRY_ALPHA", "LNGE_ISO", "W_WEIGHT", "PWGHT", "Q184P")
                            .row("DEU", "de", "1", "1", "1"),
                    "has Q184P in place of Q184: it is the file of WVS wave 7 with scales inverted. Take the one"
                            + " without \"inverted\" in its name.");
            requireOneLine(
                    new MadeUpFile("S003", "S017", "F120").row("276", "1", "1"),
                    "has none of the columns S002VS, S002EVS and S020");
            requireOneLine(
                    new MadeUpFile("S002VS", "S003", "S017", "F120").row("6", "276", "1", "1"),
                    "has no respondent of EVS wave 5 or WVS wave 7");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"$FL2@(#) SPSS", "<stata_dta><header>", "PK\u0003\u0004", "\u001f\u008b", "\u00ff\u00fea"})
        void formatsThatAreNoCsv(String start) throws IOException {
            Path file = Files.write(folder.resolve("other"), (start + "rest").getBytes(StandardCharsets.ISO_8859_1));

            assertThatThrownBy(() ->
                            MicrodataImport.read(file, Catalogue.builtIn(), MadeUpFile.options(CodingRule.PUBLISHED)))
                    .isInstanceOf(MicrodataException.class)
                    .hasMessageContaining(", not CSV. ");
        }

        private MadeUpFile joint(String topic, String code) {
            return new MadeUpFile("cntry_AN", "lnge_iso", "gwght", "pwght", topic).row("DK", "da", "1", "1", code);
        }

        private void requireOneLine(MadeUpFile file, String message) {
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(MicrodataException.class)
                    .hasMessageStartingWith(folder.resolve("f.csv").toString())
                    .hasMessageContaining(message)
                    .hasMessageEndingWith(".")
                    .message()
                    .doesNotContain("\n");
        }
    }

    private static MicrodataOptions in(Charset charset) {
        return new MicrodataOptions(charset, CodingRule.PUBLISHED, Optional.empty());
    }

    private ImportedPopulations read(MadeUpFile file) throws IOException {
        return read(file, MadeUpFile.options(CodingRule.PUBLISHED));
    }

    private ImportedPopulations read(MadeUpFile file, MicrodataOptions options) throws IOException {
        return MicrodataImport.read(file.write(folder.resolve("f.csv")), Catalogue.builtIn(), options);
    }

    private static Map<String, Double> figures(ImportedPopulations imported) {
        return imported.figures().stream()
                .collect(Collectors.toMap(
                        figure -> figure.population().name() + " " + figure.topic(),
                        PopulationFigure::polarity,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static double polarity(ImportedPopulations imported, String population, String topic) {
        return figure(imported, population, topic).polarity();
    }

    private static PopulationFigure figure(ImportedPopulations imported, String population, String topic) {
        return imported.figures().stream()
                .filter(figure -> figure.population().name().equals(population)
                        && figure.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }
}
