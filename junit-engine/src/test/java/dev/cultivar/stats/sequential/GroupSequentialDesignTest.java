package dev.cultivar.stats.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Figures of {@code sequential.json} are those of a reference implementation by scipy, with the trapezoid rule of 1601 points. */
class GroupSequentialDesignTest {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final JsonNode REFERENCE = reference();

    @Test
    void withTheRuleOfTheReferenceBoundariesAreThoseOfTheReference() {
        REFERENCE.get("bounds").properties().forEach(entry -> {
            String[] parts = entry.getKey().split("\\|");
            int looks = Integer.parseInt(parts[1]);
            double[] boundaries = new GroupSequentialDesign(trapezoid(1601), equal(looks)).boundaries(level(parts[0]));

            assertThat(boundaries).containsExactly(values(entry.getValue()), within(1e-9));
        });
    }

    @Test
    void aFinerRuleLeavesTheBoundariesAlone() {
        for (double alpha : new double[] {0.2, 0.05, 0.05 / 12, 1e-6}) {
            for (int looks : new int[] {2, 4, 8}) {
                double[] boundaries = new GroupSequentialDesign(equal(looks)).boundaries(alpha);

                assertThat(new GroupSequentialDesign(Quadrature.legendre(160), equal(looks)).boundaries(alpha))
                        .containsExactly(boundaries, within(1e-10));
                assertThat(new GroupSequentialDesign(trapezoid(3201), equal(looks)).boundaries(alpha))
                        .containsExactly(boundaries, within(1e-6));
            }
        }
    }

    /** The reference tells levels off a grid of 60, straight in between, and no level above 0.9. */
    @Test
    void repeatedValuesAreThoseOfTheReferenceAsFarAsItsGridCanTell() {
        GroupSequentialDesign test = new GroupSequentialDesign(equal(4));
        REFERENCE.get("repeated").forEach(path -> {
            double[] z = values(path.get("z"));
            double[] expected = values(path.get("p"));
            double repeated = 1;
            for (int look = 0; look < 4; look++) {
                repeated = Math.min(repeated, test.level(look, p(z[look])));
                if (expected[look] < 0.9) {
                    assertThat(Math.log(repeated)).isCloseTo(Math.log(expected[look]), within(0.01));
                } else {
                    assertThat(repeated).isGreaterThanOrEqualTo(0.9);
                }
            }
        });
    }

    @Test
    void theLevelOfABoundaryIsTheLevelThatHasIt() {
        GroupSequentialDesign test = new GroupSequentialDesign(0.2, 0.6, 0.8, 1);
        for (double alpha : new double[] {0.5, 0.05, 0.05 / 36, 1e-8}) {
            double[] boundaries = test.boundaries(alpha);
            for (int look = 0; look < 4; look++) {
                double p = p(boundaries[look]);

                assertThat(test.level(look, p)).isCloseTo(alpha, within(1e-8 * alpha));
                assertThat(test.nominal(look, alpha)).isCloseTo(p, within(1e-8 * p));
            }
        }
    }

    @Test
    void oneLookIsThePlainTest() {
        GroupSequentialDesign test = new GroupSequentialDesign(1);

        assertThat(test.level(0, 0.0321)).isEqualTo(0.0321);
        assertThat(test.nominal(0, 0.05 / 7)).isEqualTo(0.05 / 7);
        assertThat(test.boundaries(0.05)).containsExactly(new double[] {1.959963984540054}, within(1e-12));
    }

    @Test
    void whatIsCertainIsCertainAtAnyLookAndWhatSaysNothingAtNone() {
        GroupSequentialDesign test = new GroupSequentialDesign(equal(8));

        for (int look = 0; look < 8; look++) {
            assertThat(test.level(look, 0)).isZero();
            assertThat(test.level(look, 1)).isGreaterThan(0.99).isLessThanOrEqualTo(1);
            assertThat(test.level(look, 1e-200)).isLessThan(1e-14);
        }
    }

    @Test
    void conditionalPowerIsThatOfTheReference() {
        REFERENCE.get("conditionalPower").forEach(one -> assertThat(GroupSequentialDesign.conditionalPower(
                        one.get("z").asDouble(),
                        one.get("t").asDouble(),
                        one.get("c").asDouble()))
                .isCloseTo(one.get("cp").asDouble(), within(1e-9)));
        assertThat(GroupSequentialDesign.conditionalPower(2.1, 1, 2)).isEqualTo(1);
        assertThat(GroupSequentialDesign.conditionalPower(-1.9, 1, 2)).isZero();
    }

    /** By simulation: paths of Brownian motion cross as often as was meant to be spent. */
    @Test
    void pathsWithoutDriftCrossAsOftenAsTheLevelAllows() {
        double[] shares = {0.25, 0.5, 0.75, 1};
        double[] boundaries = new GroupSequentialDesign(shares).boundaries(0.05);
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(20261129L);
        ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(rng);
        int paths = 400_000;
        int[] crossed = new int[shares.length];
        for (int path = 0; path < paths; path++) {
            double sum = 0;
            for (int look = 0; look < shares.length; look++) {
                sum += gauss.sample() * 0.5;
                if (Math.abs(sum) >= boundaries[look] * Math.sqrt(shares[look])) {
                    crossed[look]++;
                    break;
                }
            }
        }
        // Three standard errors of a share of 0.05 among so many paths are 0.001.
        assertThat(IntStream.of(crossed).sum() / (double) paths).isCloseTo(0.05, within(0.001));
        assertThat((crossed[0] + crossed[1]) / (double) paths).isCloseTo(Spending.upTo(0.05, 0.5), within(0.0003));
    }

    /** All of them at their thresholds: whatever is decided is wrong. Three standard errors of 0.05 in 6000 runs are 0.0085. */
    @Test
    void ofTwelveGatesInFourSamplesAnyIsDecidedWronglyNoMoreOftenThanTheLevelAllows() {
        double[] atThreshold = {0, 0, 0};

        assertThat(new SequentialSimulation(4, atThreshold, 4, false)
                        .run(6000, 1)
                        .anyWrong())
                .isBetween(0.035, 0.0585);
        assertThat(new SequentialSimulation(4, atThreshold, 4, true)
                        .run(6000, 2)
                        .anyWrong())
                .isLessThan(0.0585);
    }

    @Test
    void clearGatesAreDecidedForLessAndHardlyOneOfThemWrongly() {
        SequentialSimulation.Result result = new SequentialSimulation(4, new double[] {6, 7, 8}, 4, true).run(2000, 3);

        assertThat(result.decided()).isGreaterThan(0.99);
        assertThat(result.asked()).isLessThan(0.75);
        assertThat(result.wrongDrift()).isLessThan(0.001);
    }

    @Test
    void sharesThatDoNotAscendToOneAreRefused() {
        assertThatThrownBy(() -> new GroupSequentialDesign(0.5, 0.5, 1)).hasMessageContaining("above the one before");
        assertThatThrownBy(() -> new GroupSequentialDesign(0.5, 0.9)).hasMessageContaining("the last must be 1");
        assertThatThrownBy(() -> new GroupSequentialDesign(0.5, Double.NaN)).hasMessageContaining("NaN");
    }

    private static double p(double z) {
        return 2 * NORMAL.survivalProbability(Math.abs(z));
    }

    private static double level(String key) {
        return key.startsWith("0.0041") ? 0.05 / 12 : Double.parseDouble(key);
    }

    private static double[] equal(int looks) {
        return IntStream.rangeClosed(1, looks)
                .mapToDouble(k -> (double) k / looks)
                .toArray();
    }

    /** @param points in [-1, 1], an odd number */
    private static Quadrature trapezoid(int points) {
        int half = points / 2;
        double[] nodes = new double[half + 1];
        double[] weights = new double[half + 1];
        Arrays.setAll(nodes, i -> (double) i / half);
        Arrays.fill(weights, 1.0 / half);
        weights[0] = 0.5 / half;
        weights[half] = 0.5 / half;
        return new Quadrature(nodes, weights);
    }

    private static double[] values(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).asDouble())
                .toArray();
    }

    private static JsonNode reference() {
        try (InputStream in = Objects.requireNonNull(
                GroupSequentialDesignTest.class.getResourceAsStream("/dev/cultivar/stats/sequential.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
