package dev.cultivar.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WarningsTest {

    @Test
    void topicsThatLackTheSamePopulationsAreOneLine() {
        assertThat(Warnings.withoutTruth(
                        Map.of("DK", List.of("OWN1", "OWN2"), "BR", List.of("OWN1", "OWN2", "F118"), "US", List.of())))
                .containsExactly(
                        "The survey has no figures for Brazil on 1 topic: F118 Homosexuality",
                        "The survey has no figures for Brazil and Denmark on 2 topics: OWN1, OWN2");
        assertThat(Warnings.withoutTruth(Map.of())).isEmpty();
    }
}
