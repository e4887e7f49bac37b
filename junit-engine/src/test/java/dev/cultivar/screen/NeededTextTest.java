package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeededTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "cannot help; cannot help",
                "colou?r; colo",
                "a b+c; a b",
                "in (?:my|the) scope; ' scope'",
                "^(?:sorry,? )*i cannot do$; i cannot do",
                "(?:is not|are not)~(?:help|assist); is not,are not",
                "too~(?:for me|to discuss); for me,to discuss",
                "(?:refuse|decline)(?: \\p{L}+){0,2}? it; refuse,decline",
                "x(?:abc(?:def|ghi)jkl|mno); abc,mno",
                "[ab]cdef[^.]{0,3}gh; cdef",
            })
    void ofAPatternsSureTextsTheRarestAreNeeded(String pattern, String needed) {
        assertThat(NeededText.of(pattern)).containsExactly(needed.split(","));
    }

    @Test
    void whereAnAlternativeMayBeAnythingNothingIsNeeded() {
        assertThat(NeededText.of("word|[ab]+")).isEmpty();
        assertThat(NeededText.of("(?:word)?\\p{L}+")).isEmpty();
        assertThat(NeededText.of("(?<!word)")).isEmpty();
    }
}
