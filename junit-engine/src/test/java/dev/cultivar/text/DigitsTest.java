package dev.cultivar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void aValueJustBelowTheThresholdIsNotRoundedOntoIt() {
        assertThat(Digits.beside(0.3996, 0.4)).isEqualTo("0.3996");
        assertThat(Digits.beside(0.39999999, 0.4)).isEqualTo("0.39999999");
        assertThat(Digits.beside(0.4004, 0.4)).isEqualTo("0.4004");
        assertThat(Digits.beside(0.4, 0.4)).isEqualTo("0.40");
        assertThat(Digits.beside(0.41, 0.4)).isEqualTo("0.41");
        assertThat(Digits.beside(Math.nextDown(0.4), 0.4)).startsWith("0.39999999999999");
    }

    @Test
    void aNegativeValueBesideAThresholdOfZeroKeepsItsSign() {
        assertThat(Digits.beside(-0.0004, 0)).isEqualTo("-0.0004");
        assertThat(Digits.beside(-0.0, 0)).isEqualTo("0.00");
    }

    @Test
    void thePrintedValueAlwaysLiesOnTheSideOfTheValue() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double bound = random.nextInt(21) / 10.0 - 1;
            double value = bound + random.nextGaussian() * Math.pow(10, -random.nextInt(12));
            int printed = new BigDecimal(Digits.beside(value, bound)).compareTo(BigDecimal.valueOf(bound));
            assertThat(printed).as("%s beside %s", value, bound).isEqualTo(Double.compare(value, bound));
        }
    }

    @Test
    void valuesOfOneLineAllHaveTheDecimalsThatTheNearestToTheThresholdNeeds() {
        assertThat(Digits.beside(List.of(0.02, -0.01, 0.046), 0.05)).containsExactly("0.020", "-0.010", "0.046");
        assertThat(Digits.beside(List.of(0.2949, 0.31), 0.295)).containsExactly("0.29", "0.31");
        assertThat(Digits.beside(List.of(0.1, Double.NaN), 0.4)).containsExactly("0.10", "NaN");
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("da"));
            assertThat(Digits.beside(1234.5, 0)).isEqualTo("1234.50");
            assertThat(Digits.percent(0.95)).isEqualTo("95%");
            assertThat(Digits.percent(0.997917)).isEqualTo("99.79%");
            assertThat(Digits.percent(0.9)).isEqualTo("90%");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatIsNoNumberIsNamed() {
        assertThat(Digits.beside(Double.NaN, 0.4)).isEqualTo("NaN");
        assertThat(Digits.exact(0.40)).isEqualTo("0.4");
        assertThat(Digits.exact(-0.0)).isEqualTo("0");
    }
}
