package dev.cultivar.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void aPageHasATrueMinusGroupsOfThreeDigitsAndTimesToTheMinute() {
        assertThat(Numbers.set("[-0.4, 1234567]")).isEqualTo("[\u22120.4, 1,234,567]");
        assertThat(Numbers.within("lab-7b at 2026-11-24T10:00:00.25Z, seed 12345, -3"))
                .isEqualTo("lab-7b at 2026-11-24 10:00 UTC, seed 12345, \u22123");
    }

    @Test
    void fourDigitsAreNoGroups() {
        assertThat(Numbers.count(1234)).isEqualTo("1234");
        assertThat(Numbers.count(12345)).isEqualTo("12,345");
    }
}
