package dev.cultivar.survey.microdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicrodataImportTest {

    private static final Catalogue CATALOGUE =
            Catalogue.read(new ByteArrayInputStream("""
                catalogues: {wvs7: [TEN, THREE, TWO]}
                topics:
                  TEN: {label: t, category: c, pro: p, con: c, codes: 10, affirmative: [6, 7, 8, 9, 10]}
                  THREE: {label: t, category: c, pro: p, con: c, codes: 3, affirmative: [1], neutral: [2]}
                  TWO: {label: t, category: c, pro: p, con: c, codes: 2, affirmative: [1]}
                """.getBytes(StandardCharsets.UTF_8)), "test");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({";,true", ";,false", "',',true", "',',false"})
    void eitherSeparatorWithAndWithoutMarkGivesTheSame(char separator, boolean mark) throws IOException {
        ImportedPopulations imported = read(people(separator, mark), CodingRule.PUBLISHED);

        // DK: weights 1*2, 3*1, 0.5*2 on codes 10, 5, 6 -> (2 + 1) / 6
        assertThat(figure(imported, "DK", "TEN").polarity()).isEqualTo(0.5, within(1e-12));
        assertThat(figure(imported, "DK", "TEN").n()).isEqualTo(3);
        // (2 + 3 + 1)^2 / (4 + 9 + 1)
        assertThat(figure(imported, "DK", "TEN").effectiveSize()).isEqualTo(36.0 / 14, within(1e-12));
        // sqrt(4 * .25 + 9 * .25 + 1 * .25) / 6
        assertThat(figure(imported, "DK", "TEN").standardError()).isEqualTo(Math.sqrt(14 * 0.25) / 6, within(1e-12));
        // everyone: (2 + 1 + 4) / (6 + 4)
        assertThat(figure(imported, "global", "TEN").polarity()).isEqualTo(0.7, within(1e-12));
    }

    @Test
    void aMiddleCategoryCountsAsConOrIsDroppedAsTheRuleSays() throws IOException {
        // DK on THREE: weight 2 says 1, weight 3 says 2, weight 1 says 3
        assertThat(figure(read(people(';', true), CodingRule.PUBLISHED), "DK", "THREE")
                        .polarity())
                .isEqualTo(2.0 / 6, within(1e-12));
        assertThat(figure(read(people(';', true), CodingRule.DROP_NEUTRAL), "DK", "THREE")
                        .polarity())
                .isEqualTo(2.0 / 3, within(1e-12));
    }

    @Test
    void codesOfZeroAndBelowAndEmptyFieldsAreMissing() throws IOException {
        MicrodataFile file = new MicrodataFile(';', true, List.of("TEN", "THREE", "TWO"))
                .respondent("DK", "da", 1, 1, Map.of("TEN", -1, "TWO", 1))
                .respondent("DK", "da", 1, 1, Map.of("TEN", 0, "TWO", 2))
                .with("THREE", "")
                .respondent("DK", "da", 1, 1, Map.of("TEN", 9, "TWO", 2));

        ImportedPopulations imported = read(file, CodingRule.PUBLISHED);

        assertThat(figure(imported, "DK", "TEN").n()).isEqualTo(1);
        assertThat(figure(imported, "DK", "TWO").polarity()).isEqualTo(1.0 / 3, within(1e-12));
        assertThat(imported.dropped())
                .containsExactly(new DroppedTopic("THREE", "all", "no respondent has a valid answer"));
    }

    @Test
    void aCountrysLanguageIsTheOneWithTheMostWeight() throws IOException {
        MicrodataFile file = new MicrodataFile(';', true, List.of("TWO"))
                .respondent("BE", "fr", 1, 1, Map.of("TWO", 1))
                .respondent("BE", "fr", 1, 1, Map.of("TWO", 1))
                .respondent("BE", "nl", 5, 1, Map.of("TWO", 2))
                .respondent("BE", "-4", 9, 1, Map.of("TWO", 2));

        ImportedPopulations imported = read(file, CodingRule.PUBLISHED);

        assertThat(figure(imported, "BE", "TWO").language()).isEqualTo("nl");
        assertThat(figure(imported, "fr", "TWO").polarity()).isEqualTo(1);
        assertThat(imported.figures())
                .extracting(figure -> figure.population().name())
                .doesNotContain("-4");
    }

    @Test
    void aColumnOfTheUsersChoiceMakesGroups() throws IOException {
        MicrodataFile file = new MicrodataFile(';', true, List.of("TWO"))
                .respondent("DK", "da", 1, 1, Map.of("TWO", 1))
                .with("X001", "1")
                .respondent("DK", "da", 1, 1, Map.of("TWO", 2))
                .with("X001", "2");

        ImportedPopulations imported =
                MicrodataImport.read(file.write(folder.resolve("f.csv")), CATALOGUE, groupedBy("X001"));

        assertThat(figure(imported, "X001=1", "TWO").polarity()).isEqualTo(1);
        assertThat(figure(imported, "X001=2", "TWO").polarity()).isZero();
        assertThat(figure(imported, "X001=2", "TWO").population().type()).isEqualTo(PopulationType.GROUP);
    }

    @Test
    void theTableItWritesIsOneThatARunReads() throws IOException {
        ImportedPopulations imported = read(people(';', true), CodingRule.PUBLISHED);

        ImportedPopulationsWriter.write(imported, folder.resolve("out"));

        PopulationTable table = PopulationTable.read(folder.resolve("out").resolve("populations.csv"));
        assertThat(table.polarity("DK", "TEN").orElseThrow()).isEqualTo(0.5, within(1e-6));
        assertThat(table.local("da")).containsExactly(new PopulationKey(PopulationType.COUNTRY, "DK"));
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("populations.csv", "dropped-topics.csv", "CITATION.txt");
        }
    }

    @Test
    void aTenthOfAPlantedShareComesBackFromALargeFile() throws IOException {
        Path file = MicrodataFile.large(folder.resolve("large.csv"), 20_000, List.of("TWO"), 0.1, 42);

        ImportedPopulations imported = MicrodataImport.read(file, CATALOGUE, MadeUpFile.options(CodingRule.PUBLISHED));

        PopulationFigure everyone = figure(imported, "global", "TWO");
        assertThat(everyone.n()).isEqualTo(20_000);
        assertThat(everyone.polarity()).isCloseTo(0.1, within(4 * everyone.standardError()));
        assertThat(everyone.standardError()).isBetween(0.002, 0.0025);
    }

    @Nested
    class BadFiles {

        @Test
        void aFileWithoutTheWeightsIsAnotherFile() throws IOException {
            Path file = Files.writeString(
                    folder.resolve("f.csv"), "\"S001\";\"cntry_AN\";\"lnge_iso\";\"TWO\"\n1;DK;da;1\n");

            assertThatThrownBy(() -> readFile(file))
                    .isInstanceOf(MicrodataException.class)
                    .hasMessageContaining("gwght, pwght")
                    .hasMessageContaining("Joint EVS/WVS");
        }

        @Test
        void aCutFileNamesItsRow() throws IOException {
            Path whole = people(';', true).write(folder.resolve("whole.csv"));
            byte[] bytes = Files.readAllBytes(whole);
            Path cut = Files.write(folder.resolve("cut.csv"), java.util.Arrays.copyOf(bytes, bytes.length - 300));
            Path inQuote = Files.write(folder.resolve("quote.csv"), java.util.Arrays.copyOf(bytes, bytes.length - 4));

            assertThatThrownBy(() -> readFile(cut))
                    .isInstanceOf(MicrodataException.class)
                    .hasMessageContaining("row 4");
            assertThatThrownBy(() -> readFile(inQuote))
                    .isInstanceOf(MicrodataException.class)
                    .hasMessageContaining("row 4");
        }

        @Test
        void anImpossibleCodeNamesRowTopicAndScale() throws IOException {
            MicrodataFile file = new MicrodataFile(';', true, List.of("TWO"))
                    .respondent("DK", "da", 1, 1, Map.of("TWO", 1))
                    .respondent("DK", "da", 1, 1, Map.of("TWO", 7));

            assertThatThrownBy(() -> read(file, CodingRule.PUBLISHED))
                    .hasMessageContaining("row 2")
                    .hasMessageContaining("TWO is 7")
                    .hasMessageContaining("1 to 2");
            assertThatThrownBy(() -> read(file.with("TWO", "yes"), CodingRule.PUBLISHED))
                    .hasMessageContaining("'yes'");
        }

        @Test
        void aWeightThatIsNoneIsNamed() throws IOException {
            MicrodataFile file =
                    new MicrodataFile(';', true, List.of("TWO")).respondent("DK", "da", -1, 1, Map.of("TWO", 1));

            assertThatThrownBy(() -> read(file, CodingRule.PUBLISHED)).hasMessageContaining("gwght is '-1.0'");
        }

        @Test
        void emptyFilesAndFilesWithoutTopicsAreRefused() throws IOException {
            Path empty = Files.createFile(folder.resolve("empty.csv"));
            Path header = Files.writeString(folder.resolve("header.csv"), "cntry_AN,lnge_iso,gwght,pwght,TWO\n");
            Path noTopic = Files.writeString(folder.resolve("none.csv"), "cntry_AN,lnge_iso,gwght,pwght\nDK,da,1,1\n");

            assertThatThrownBy(() -> readFile(empty)).hasMessageContaining("is empty");
            assertThatThrownBy(() -> readFile(header)).hasMessageContaining("no respondent");
            assertThatThrownBy(() -> readFile(noTopic)).hasMessageContaining("no column of any topic");
            assertThatThrownBy(() -> readFile(folder.resolve("absent.csv"))).isInstanceOf(MicrodataException.class);
        }

        @Test
        void aGroupColumnThatIsNotThereNamesTheNearest() throws IOException {
            Path file = people(';', true).write(folder.resolve("f.csv"));

            assertThatThrownBy(() -> MicrodataImport.read(file, CATALOGUE, groupedBy("X01")))
                    .hasMessageContaining("'X01'")
                    .hasMessageContaining("X001");
        }

        private ImportedPopulations readFile(Path file) {
            return MicrodataImport.read(file, CATALOGUE, MadeUpFile.options(CodingRule.PUBLISHED));
        }
    }

    private static MicrodataOptions groupedBy(String column) {
        return new MicrodataOptions(StandardCharsets.UTF_8, CodingRule.PUBLISHED, Optional.of(column));
    }

    private static MicrodataFile people(char separator, boolean mark) {
        return new MicrodataFile(separator, mark, List.of("TEN", "THREE", "TWO"))
                .respondent("DK", "da", 1, 2, Map.of("TEN", 10, "THREE", 1, "TWO", 1))
                .respondent("DK", "da", 3, 1, Map.of("TEN", 5, "THREE", 2, "TWO", 2))
                .respondent("DK", "da", 0.5, 2, Map.of("TEN", 6, "THREE", 3, "TWO", 1))
                .respondent("US", "en", 2, 2, Map.of("TEN", 7, "THREE", 1, "TWO", 1));
    }

    private ImportedPopulations read(MicrodataFile file, CodingRule rule) throws IOException {
        return MicrodataImport.read(file.write(folder.resolve("f.csv")), CATALOGUE, MadeUpFile.options(rule));
    }

    private static PopulationFigure figure(ImportedPopulations imported, String population, String topic) {
        return imported.figures().stream()
                .filter(figure -> figure.population().name().equals(population)
                        && figure.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }
}
