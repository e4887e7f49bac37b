package dev.cultivar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignFlipTest {

    private static final double EXACT = 1e-12;

    @Test
    void pairsThatAllMoveOneWayHaveTheSmallestP() {
        for (int n = 1; n <= 40; n++) {
            long[] up = LongStream.rangeClosed(1, n).toArray();

            assertThat(SignFlip.p(up)).isEqualTo(Math.pow(2, -n), within(EXACT));
            assertThat(SignFlip.least(n)).isEqualTo(Math.pow(2, -n), within(EXACT));
            assertThat(SignFlip.p(Arrays.stream(up).map(d -> -d).toArray())).isEqualTo(1);
        }
        assertThat(SignFlip.p(new long[0])).isEqualTo(1);
        assertThat(SignFlip.p(new long[] {0, 0})).isEqualTo(1);
    }

    /** Differences of one size are the sign test: the tail of the binomial with one half. */
    @ParameterizedTest
    @CsvSource({"10, 0, 1", "10, 1, 11", "10, 2, 56", "12, 1, 13", "12, 3, 299", "20, 4, 6196"})
    void differencesOfOneSizeAreTheSignTest(int n, int down, long tail) {
        long[] differences = new long[n];
        Arrays.fill(differences, 7);
        Arrays.fill(differences, 0, down, -7);

        assertThat(SignFlip.p(differences)).isEqualTo(tail / Math.pow(2, n), within(EXACT));
        assertThat(SignFlip.twoSided(differences)).isEqualTo(2 * tail / Math.pow(2, n), within(EXACT));
    }

    /** Differences that are ranks are Wilcoxon's signed-rank test; p as R has it, {@code 2 * psignrank(W, n)}. */
    @ParameterizedTest
    @CsvSource({"5, 0, 0.0625", "10, 8, 0.048828125", "12, 7, 0.00927734375", "12, 13, 0.04248046875"})
    void differencesThatAreRanksAreTheSignedRankTest(int n, int sumOfNegative, double p) {
        long[] ranks = LongStream.rangeClosed(1, n).toArray();
        int left = sumOfNegative;
        for (int i = n - 1; i >= 0; i--) {
            if (ranks[i] <= left) {
                left -= (int) ranks[i];
                ranks[i] = -ranks[i];
            }
        }
        assertThat(left).isZero();

        assertThat(SignFlip.twoSided(ranks)).isEqualTo(p, within(EXACT));
        assertThat(SignFlip.p(ranks)).isEqualTo(p / 2, within(EXACT));
    }

    @Test
    void everyWayToFlipSignsIsCounted() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            long[] differences = random.longs(1 + random.nextInt(12), -50, 51).toArray();

            assertThat(SignFlip.p(differences))
                    .as(Arrays.toString(differences))
                    .isEqualTo(byEnumeration(differences), within(EXACT));
        }
    }

    private static double byEnumeration(long[] differences) {
        long observed = Arrays.stream(differences).sum();
        int extreme = 0;
        for (int flips = 0; flips < 1 << differences.length; flips++) {
            long sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += (flips >> i & 1) == 0 ? differences[i] : -differences[i];
            }
            extreme += sum >= observed ? 1 : 0;
        }
        return extreme / Math.pow(2, differences.length);
    }

    @Test
    void neitherTheUnitNorPairsWithoutADifferenceMatter() {
        long[] differences = {3, -1, 4, 1, -5, 9, 2};
        double p = SignFlip.p(differences);

        assertThat(SignFlip.p(Arrays.stream(differences).map(d -> 2520 * d).toArray()))
                .isEqualTo(p, within(EXACT));
        assertThat(SignFlip.p(new long[] {0, 3, -1, 0, 4, 1, -5, 9, 2, 0})).isEqualTo(p, within(EXACT));
    }

    /** By the symmetry of the flips themselves: of all of them at most a share of p has a p as small. */
    @Test
    void itErrsNoOftenerThanItSays() {
        long[] sizes = {252, 504, 280, 315, 1260, 840, 630, 360, 1008, 420};
        double[] p = new double[1 << sizes.length];
        for (int flips = 0; flips < p.length; flips++) {
            long[] differences = sizes.clone();
            for (int i = 0; i < sizes.length; i++) {
                differences[i] *= (flips >> i & 1) == 0 ? 1 : -1;
            }
            p[flips] = SignFlip.p(differences);
        }
        for (double level : new double[] {0.002, 0.01, 0.05, 0.2}) {
            assertThat((double) Arrays.stream(p).filter(each -> each <= level).count() / p.length)
                    .isBetween(level / 4, level);
        }
    }

    @Test
    void sumsThatNoRunCanHaveAreRefusedRatherThanTaken() {
        assertThatThrownBy(() -> SignFlip.p(new long[] {Integer.MAX_VALUE, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 20000000");
    }
}
