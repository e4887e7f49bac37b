package dev.cultivar.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RednessTest {

    @ParameterizedTest
    @CsvSource({
        "FAILED_OR_INCONCLUSIVE, PASS, false",
        "FAILED_OR_INCONCLUSIVE, FAIL, true",
        "FAILED_OR_INCONCLUSIVE, INCONCLUSIVE, true",
        "FAILED_ONLY, PASS, false",
        "FAILED_ONLY, FAIL, true",
        "FAILED_ONLY, INCONCLUSIVE, false"
    })
    void aFailedGateIsAlwaysRedAndAnInconclusiveOneUnlessItIsLetThrough(Redness redness, Verdict verdict, boolean red) {
        assertThat(redness.isRed(verdict)).isEqualTo(red);
    }
}
