package dev.cultivar.survey.microdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.ReferenceData;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.CsvRecords;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WaveSevenFileTest extends WithMicrodata {

    private MadeUpFile file(String... questions) {
        List<String> header = new ArrayList<>(List.of("B_COUNTRY", "B_COUNTRY_ALPHA", "LNGE_ISO", "W_WEIGHT", "PWGHT"));
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
                        Objects.requireNonNull(rows.get("topic")), Objects.requireNonNull(rows.get("wvs7_question")));
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
        Catalogue own = Catalogue.read(new java.io.ByteArrayInputStream("""
                    catalogues: {mine: [Q1]}
                    topics:
                      Q1: {label: Family, category: Life, pro: p, con: c, codes: 4, affirmative: [1, 2]}
                    """.getBytes(StandardCharsets.UTF_8)), "own");
        Path file = kenyans(file("Q1"), "1", "4").write(folder.resolve("q1.csv"));

        ImportedPopulations imported = MicrodataImport.read(file, own, MadeUpFile.options(CodingRule.PUBLISHED));

        assertThat(polarity(imported, "KE", "Q1")).isEqualTo(0.5);
    }
}
