package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SearchedTextTest {

    @Test
    void findsWhatTheTextHoldsAndNothingElse() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String text = letters(random, 30);
            String other = letters(random, 4);
            assertThat(new SearchedText(text).contains(other))
                    .as("%s in %s", other, text)
                    .isEqualTo(text.contains(other));
        }
    }

    @Test
    void pairsOfOneNumberAreToldApart() {
        // 'a' * 61 + 'z' = 'b' * 61 + '='
        assertThat(new SearchedText("az").contains("b=")).isFalse();
        assertThat(new SearchedText("b=").contains("b=")).isTrue();
    }

    private static String letters(Random random, int most) {
        return random.ints(random.nextInt(most + 1), 0, 5)
                .collect(StringBuilder::new, (text, i) -> text.append("abæ、き".charAt(i)), StringBuilder::append)
                .toString();
    }
}
