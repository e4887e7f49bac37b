package dev.cultivar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    void theListOfValuesLeavesOutHowPeopleSeeTheirOwnCountry() {
        assertThat(keys("kind-perception"))
                .containsExactlyInAnyOrder(
                        "E111_01", "E236", "E265_01", "E265_02", "E265_03", "E265_04", "E265_05", "E265_06", "E265_07",
                        "E265_08");
        List<String> rest = new ArrayList<>(keys("wvs7"));
        rest.removeAll(keys("kind-perception"));
        rest.remove("E069_18A");
        assertThat(keys("values")).isEqualTo(rest).hasSize(65);
    }

    @Test
    void everyTopicOfTheDefaultListIsOfOneKind() {
        assertThat(Stream.of(TopicKind.values()).flatMap(kind -> keys("kind-" + kind.label()).stream()))
                .containsExactlyInAnyOrderElementsOf(keys("wvs7"));
        assertThat(keys("kind-trust")).hasSize(15);
        assertThat(keys("kind-norm")).hasSize(13);
    }

    /** So that nobody but the survey decides what a mild view is. */
    @Test
    void wherePeopleAreOftenInTheMiddleTheCutIsSaid() {
        assertThat(catalogue.topics())
                .filteredOn(topic -> topic.coding().codes() == 10 || topic.kind() == TopicKind.TRUST)
                .allSatisfy(topic -> assertThat(topic.cut()).as(topic.key()).isNotEmpty());
        assertThat(catalogue.topics())
                .filteredOn(topic -> topic.kind() == TopicKind.NORM)
                .allSatisfy(topic -> {
                    assertThat(topic.pro()).endsWith(" is mostly justified.");
                    assertThat(topic.con()).endsWith(" is mostly not justified.");
                });
        assertThat(catalogue.topics())
                .allSatisfy(topic -> assertThat(topic.con()).doesNotContain("can never"));
    }

    private List<String> keys(String list) {
        return catalogue.list(list).orElseThrow().stream().map(Topic::key).toList();
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
        assertThatThrownBy(() -> read("topics: {X: {pro: p, con: c, kind: fact}}\n"))
                .hasMessageContaining(
                        "topic X has the kind 'fact'; kinds are value, norm, trust, religion, behaviour, perception.");
        assertThatThrownBy(() -> read("nothing")).isInstanceOf(SurveyException.class);
    }

    @Test
    void aTopicNeedsNoMoreThanItsTwoStatements() {
        Catalogue own = read("topics: {FOUR_DAYS: {pro: Four days are enough., con: Five days are needed.}}\n");

        Topic topic = own.topic("FOUR_DAYS").orElseThrow();
        assertThat(topic.label()).isEqualTo("FOUR_DAYS");
        assertThat(topic.category()).isEqualTo("Own topics");
        assertThat(topic.kind()).isEqualTo(TopicKind.VALUE);
        assertThat(topic.cut()).isEmpty();
        assertThat(topic.coding().stated()).isFalse();
    }

    @Test
    void onesOwnTopicsAndListsStandBesideTheBuiltInOnes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), """
            catalogues: {work: [FOUR_DAYS, C001]}
            topics:
              FOUR_DAYS: {pro: Four days are enough., con: Five days are needed., kind: norm, cut: A trial is pro.}
              F120: {label: Mine, pro: Yes., con: No.}
            """);

        Catalogue both = Catalogue.of(Optional.of(file));

        assertThat(both.topics()).hasSize(catalogue.topics().size() + 1);
        assertThat(both.list("work").orElseThrow()).extracting(Topic::key).containsExactly("FOUR_DAYS", "C001");
        assertThat(both.list("kind-norm").orElseThrow())
                .extracting(Topic::key)
                .hasSize(13)
                .contains("FOUR_DAYS")
                .doesNotContain("F120");
        assertThat(both.topic("FOUR_DAYS").orElseThrow().cut()).isEqualTo("A trial is pro.");
        assertThat(both.list("wvs7").orElseThrow())
                .hasSize(76)
                .extracting(Topic::label)
                .contains("Mine");
        assertThat(both.own().topics()).extracting(Topic::key).containsExactly("FOUR_DAYS", "F120");
        assertThat(Catalogue.of(Optional.empty())).isSameAs(catalogue);
        assertThat(catalogue.own().topics()).isEqualTo(catalogue.topics());
    }

    @Test
    void aFileOfListsAloneHasTheBuiltInTopicsForItsOwn(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lists.yaml"), "catalogues: {work: [C001, C002]}\n");

        assertThat(Catalogue.of(Optional.of(file)).own().topics()).isEqualTo(catalogue.topics());
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
                                "line 13: the file has an unknown key 'lists'; the keys are catalogues, topics.",
                                "line 5: topic A has an unknown key 'prro'; the keys are label, kind, category, pro,"
                                        + " con, cut, codes, affirmative, neutral.",
                                "line 4: topic A has no 'pro'.",
                                "line 7: topic B has the same sentence for 'pro' and 'con'.",
                                "line 12: topic C: affirmative code 9 must be in 1..4 and not neutral at the same"
                                        + " time.",
                                "line 2: list mine names topic F12O, which is not under 'topics' and not built in;"
                                        + " nearest: F120, F121, F122."));
    }

    @Test
    void aFileThatIsNoYamlOrNamesATopicTwiceSaysWhere() {
        assertThatThrownBy(() -> read("topics:\n  A: {pro: x\n"))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("mine.yaml, line 3 is not YAML");
        assertThatThrownBy(() -> read("topics:\n  A: {pro: x, con: y}\n  A: {pro: x, con: z}\n"))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("found duplicate key A");
    }

    private static Catalogue read(String yaml) {
        return Catalogue.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "mine.yaml");
    }
}
