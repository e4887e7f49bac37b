package dev.cultivar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

    private final Catalogue catalogue = Catalogue.builtIn();

    @Test
    void holdsEveryTopicOfTheBuiltInTable() {
        List<String> keys = catalogue.topics().stream().map(Topic::key).toList();

        assertThat(PopulationTable.builtIn().topics(PopulationKey.GLOBAL))
                .hasSizeGreaterThan(32)
                .isSubsetOf(keys);
        assertThat(PopulationTable.builtIn().topics(new PopulationKey(PopulationType.COUNTRY, "DK")))
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void theDefaultListAsksNoQuestionTwice() {
        assertThat(catalogue.list("wvs7").orElseThrow())
                .extracting(Topic::key)
                .hasSize(76)
                .doesNotContain("C001_01", "C002_01", "E069_18");
        assertThat(catalogue.list("paper").orElseThrow()).hasSize(32);
        assertThat(catalogue.list("other")).isEmpty();
    }

    @Test
    void proAndConOfATopicAreTwoSentences() {
        assertThat(catalogue.topics()).allSatisfy(topic -> {
            assertThat(topic.pro()).endsWith(".").isNotEqualTo(topic.con());
            assertThat(topic.con()).endsWith(".");
            assertThat(topic.coding().affirmative()).isNotEmpty();
        });
    }

    @Test
    void aMistypedKeyFindsItsNeighbours() {
        assertThat(catalogue.nearest("F12O")).contains("F120");
        assertThat(catalogue.nearest("f120")).first().isEqualTo("F120");
        assertThat(catalogue.topic("F12O")).isEmpty();
    }

    @Test
    void aCatalogueThatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> read("catalogues: {a: [X]}\ntopics: {}\n")).hasMessageContaining("topic X");
        assertThatThrownBy(() -> read("catalogues: {}\n"
                        + "topics: {X: {label: x, category: c, pro: p, con: c, codes: 3, affirmative:"
                        + " [4]}}\n"))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("topic X")
                .hasMessageContaining("4");
        assertThatThrownBy(() -> read("catalogues: {}\ntopics: {X: {label: x, category: c, pro: p, codes: 2}}\n"))
                .hasMessageContaining("'con'");
        assertThatThrownBy(() -> read("nothing")).isInstanceOf(SurveyException.class);
    }

    @Test
    void aTopicNeedsNoMoreThanItsTwoStatements() {
        Catalogue own = read("topics: {FOUR_DAYS: {pro: Four days are enough., con: Five days are needed.}}\n");

        Topic topic = own.topic("FOUR_DAYS").orElseThrow();
        assertThat(topic.label()).isEqualTo("FOUR_DAYS");
        assertThat(topic.category()).isEqualTo("Own topics");
        assertThat(topic.coding().stated()).isFalse();
    }

    @Test
    void onesOwnTopicsAndListsStandBesideTheBuiltInOnes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), """
            catalogues: {work: [FOUR_DAYS, C001]}
            topics:
              FOUR_DAYS: {pro: Four days are enough., con: Five days are needed.}
              F120: {label: Mine, pro: Yes., con: No.}
            """);

        Catalogue both = Catalogue.of(Optional.of(file));

        assertThat(both.topics()).hasSize(catalogue.topics().size() + 1);
        assertThat(both.list("work").orElseThrow()).extracting(Topic::key).containsExactly("FOUR_DAYS", "C001");
        assertThat(both.list("wvs7").orElseThrow())
                .hasSize(76)
                .extracting(Topic::label)
                .contains("Mine");
        assertThat(Catalogue.of(Optional.empty())).isSameAs(catalogue);
    }

    @Test
    void everyMistakeIsToldAtOnceWithItsLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), """
            catalogues:
              mine: [A, F12O]
            topics:
              A:
                prro: Yes.
                con: No.
              B: { pro: Same., con: Same. }
              C:
                pro: Yes.
                con: No.
                codes: 4
                affirmative: [1, 9]
            lists: {}
            """);

        assertThatThrownBy(() -> Catalogue.of(Optional.of(file)))
                .isInstanceOfSatisfying(SurveyException.class, e -> assertThat(e.problems())
                        .map(problem -> problem.replace("Catalogue " + file + ", ", ""))
                        .containsExactly(
                                "line 13: the file has the key 'lists'; it knows catalogues, topics.",
                                "line 5: topic A has the key 'prro'; it knows label, category, pro, con, codes,"
                                        + " affirmative, neutral.",
                                "line 4: topic A has no 'pro'.",
                                "line 7: topic B has the same sentence for 'pro' and 'con'.",
                                "line 12: topic C: affirmative code 9 must be in 1..4 and not neutral at the same"
                                        + " time.",
                                "line 2: list mine names topic F12O, of which there is no entry under 'topics' and"
                                        + " which is not built in; nearest: F120, F121, F122."));
    }

    @Test
    void aFileThatIsNoYamlOrNamesATopicTwiceSaysWhere() {
        assertThatThrownBy(() -> read("topics:\n  A: {pro: x\n"))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("mine.yaml, line 3 is no YAML");
        assertThatThrownBy(() -> read("topics:\n  A: {pro: x, con: y}\n  A: {pro: x, con: z}\n"))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("found duplicate key A");
    }

    private static Catalogue read(String yaml) {
        return Catalogue.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "mine.yaml");
    }
}
