package dev.cultivar.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        assertThatThrownBy(
                        () -> read(
                                "catalogues: {}\ntopics: {X: {label: x, category: c, pro: p, con: c, codes: 3, affirmative: [4]}}\n"))
                .isInstanceOf(SurveyException.class)
                .hasMessageContaining("topic X")
                .hasMessageContaining("4");
        assertThatThrownBy(() -> read("catalogues: {}\ntopics: {X: {label: x, category: c, pro: p, codes: 2}}\n"))
                .hasMessageContaining("'con'");
        assertThatThrownBy(() -> read("nothing")).isInstanceOf(SurveyException.class);
    }

    private static Catalogue read(String yaml) {
        return Catalogue.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "mine.yaml");
    }
}
