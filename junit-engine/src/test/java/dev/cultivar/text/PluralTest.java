package dev.cultivar.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PluralTest {

    @Test
    void onlyOneIsSingular() {
        assertThat(Plural.of(0, "topic")).isEqualTo("0 topics");
        assertThat(Plural.of(1, "topic")).isEqualTo("1 topic");
        assertThat(Plural.of(2, "topic")).isEqualTo("2 topics");
        assertThat(Plural.of(1, "gate passes", "gates pass")).isEqualTo("1 gate passes");
        assertThat(Plural.of(3, "gate passes", "gates pass")).isEqualTo("3 gates pass");
    }
}
