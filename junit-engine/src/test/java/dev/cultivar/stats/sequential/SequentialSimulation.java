package dev.cultivar.stats.sequential;

import dev.cultivar.stats.Correction;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Suites of known truth, asked in looks: test statistics are Brownian motions with drift, those of a sample correlated by 0.5. A gate
 * whose drift is 0 has its truth at the threshold, so that deciding it either way is wrong.
 *
 * @param looks of the run
 * @param drifts expected test statistic of each gate of a sample where all is asked
 * @param samples how many of them
 * @param futility whether one gives up
 */
record SequentialSimulation(int looks, double[] drifts, int samples, boolean futility) {

    private static final double ALPHA = 0.05;

    /**
     * What came of it.
     *
     * @param anyWrong share of runs with a wrong decision
     * @param wrongDrift share of gates with a drift that were decided on the wrong side
     * @param decided share of gates that were decided
     * @param asked mean share of the responses that were asked
     */
    record Result(double anyWrong, double wrongDrift, double decided, double asked) {}

    Result run(int runs, long seed) {
        LevelTable test = new LevelTable(looks);
        UniformRandomProvider rng = RandomSource.XO_SHI_RO_256_PP.create(seed);
        ZigguratSampler.NormalizedGaussian gauss = ZigguratSampler.NormalizedGaussian.of(rng);
        double[] totals = new double[4];
        for (int run = 0; run < runs; run++) {
            double[] one = one(test, gauss);
            Arrays.setAll(totals, i -> totals[i] + one[i] / runs);
        }
        return new Result(totals[0], totals[1], totals[2], totals[3]);
    }

    private double[] one(LevelTable test, ZigguratSampler.NormalizedGaussian gauss) {
        int gates = drifts.length * samples;
        double[] sum = new double[gates];
        double[] p = new double[gates];
        int[] side = new int[gates];
        boolean[] decided = new boolean[gates];
        double[] asked = new double[samples];
        boolean[] stopped = new boolean[samples];
        Arrays.fill(p, 1);
        for (int look = 0; look < looks; look++) {
            double share = test.share(look);
            for (int sample = 0; sample < samples; sample++) {
                double shared = gauss.sample();
                for (int i = 0; i < drifts.length; i++) {
                    int gate = sample * drifts.length + i;
                    sum[gate] += drifts[i] / looks + (shared + gauss.sample()) / Math.sqrt(2.0 * looks);
                    double z = sum[gate] / Math.sqrt(share);
                    double level = test.level(look, z);
                    if (!stopped[sample] && !decided[gate] && level < p[gate]) {
                        p[gate] = level;
                        side[gate] = z > 0 ? 1 : -1;
                    }
                }
                asked[sample] = stopped[sample] ? asked[sample] : share;
            }
            double[] alphas = Correction.HOLM.alphas(p, ALPHA);
            for (int gate = 0; gate < gates; gate++) {
                decided[gate] |= p[gate] <= alphas[gate];
            }
            stop(test, look, sum, decided, stopped);
        }
        double wrong = 0;
        double wrongDrift = 0;
        double all = 0;
        for (int gate = 0; gate < gates; gate++) {
            double drift = drifts[gate % drifts.length];
            all += decided[gate] ? 1 : 0;
            wrong += decided[gate] && drift == 0 ? 1 : 0;
            wrongDrift += decided[gate] && drift * side[gate] < 0 ? 1 : 0;
        }
        return new double[] {
            wrong + wrongDrift > 0 ? 1 : 0,
            wrongDrift / gates,
            all / gates,
            Arrays.stream(asked).average().orElse(0)
        };
    }

    private void stop(LevelTable test, int look, double[] sum, boolean[] decided, boolean[] stopped) {
        int open = (int) IntStream.range(0, decided.length)
                .filter(gate -> !decided[gate])
                .count();
        for (int sample = 0; sample < samples; sample++) {
            boolean over = true;
            for (int gate = sample * drifts.length; gate < (sample + 1) * drifts.length; gate++) {
                boolean hopeless =
                        futility && test.hopeless(look, sum[gate] / Math.sqrt(test.share(look)), ALPHA, open);
                over &= decided[gate] || hopeless;
            }
            stopped[sample] |= over;
        }
    }
}
