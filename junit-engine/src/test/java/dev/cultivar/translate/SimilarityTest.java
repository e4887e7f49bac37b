package dev.cultivar.translate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

    /** Worked by hand: the common counts' products over the product of the lengths. */
    @ParameterizedTest
    @CsvSource({
        "Is it right?, is it RIGHT, 1.0",
        "one two, two one, 1.0",
        "one two, two three, 0.5", // 1 / (sqrt 2 * sqrt 2)
        "one one two, one two, 0.95", // 3 / (sqrt 5 * sqrt 2) = 0.9487
        "one two three, one, 0.58", // 1 / sqrt 3 = 0.5774
        "one, two, 0.0",
        "'', one, 0.0",
        "!?, one, 0.0"
    })
    void isTheCosineOfWordCounts(String source, String back, double similarity) {
        assertThat(Similarity.of(source, back)).isEqualTo(similarity);
    }
}
