package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    // R: p.adjust(p, "holm") is 0.040 0.090 0.090 0.025 0.200, p.adjust(p, "BH") is 0.025 0.050 0.050 0.025 0.200
    private static final double[] P = {0.01, 0.04, 0.03, 0.005, 0.2};

    @Test
    void holmRejectsWhatRsAdjustedValuesReject() {
        assertThat(rejected(Correction.HOLM, P, 0.05)).containsExactly(true, false, false, true, false);
        assertThat(rejected(Correction.HOLM, P, 0.1)).containsExactly(true, true, true, true, false);
        assertThat(Correction.HOLM.alphas(P, 0.05))
                .containsExactly(new double[] {0.05 / 4, 0.05 / 3, 0.05 / 3, 0.05 / 5, 0.05 / 3}, within(1e-15));
    }

    @Test
    void benjaminiHochbergRejectsWhatRsAdjustedValuesReject() {
        assertThat(rejected(Correction.BH, P, 0.0501)).containsExactly(true, true, true, true, false);
        assertThat(rejected(Correction.BH, P, 0.04)).containsExactly(true, false, false, true, false);
        assertThat(Correction.BH.alphas(P, 0.0501)).containsOnly(0.0501 * (4.0 / 5));
    }

    @Test
    void holmRejectsWhereTheAdjustedValueIsAtMostAlpha() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            double[] p =
                    random.doubles(1 + random.nextInt(30)).map(u -> u * u * u).toArray();
            double[] adjusted = MultipleTesting.holm(p);
            boolean[] rejected = rejected(Correction.HOLM, p, 0.05);
            for (int test = 0; test < p.length; test++) {
                assertThat(rejected[test]).isEqualTo(adjusted[test] <= 0.05);
            }
        }
    }

    @Test
    void withoutCorrectionEachGateStandsForItself() {
        assertThat(Correction.NONE.alphas(P, 0.05)).containsOnly(0.05);
    }

    @Test
    void ofSeveralGatesEachIntervalIsAtLeastAsWideAsAlone() {
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            double[] p =
                    random.doubles(1 + random.nextInt(30)).map(u -> u * u * u).toArray();
            for (Correction correction : Correction.values()) {
                for (double alpha : correction.alphas(p, 0.05)) {
                    assertThat(alpha).isGreaterThan(0).isLessThanOrEqualTo(0.05);
                }
            }
            boolean[] holm = rejected(Correction.HOLM, p, 0.05);
            boolean[] bh = rejected(Correction.BH, p, 0.05);
            for (int g = 0; g < p.length; g++) {
                assertThat(!holm[g] || bh[g]).isTrue();
                assertThat(!bh[g] || p[g] <= 0.05).isTrue();
            }
        }
    }

    /** A gate is decided where its interval leaves out the threshold: where p is at most its level. */
    private static boolean[] rejected(Correction correction, double[] p, double alpha) {
        double[] alphas = correction.alphas(p, alpha);
        boolean[] rejected = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            rejected[i] = p[i] <= alphas[i];
        }
        return rejected;
    }
}
