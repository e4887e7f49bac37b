package dev.cultivar.analysis;

import dev.cultivar.analysis.RealSample.Threshold;
import dev.cultivar.analysis.SampleStatistics.Kind;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.stats.Correction;
import dev.cultivar.stats.Seeds;
import dev.cultivar.stats.sequential.LevelTable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What asking in four looks of about 300 responses costs and errs with real models: each suite is one model in four languages with three
 * gates a language, under Holm's method.
 */
final class RealModelLooks {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double ALPHA = 0.05;
    private static final int LOOKS = 4;
    private static final int RESPONSES = 1200;
    private static final LevelTable LEVELS = new LevelTable(LOOKS);

    private RealModelLooks() {}

    /**
     * How a suite is asked.
     *
     * @param looks at which its gates are decided, from 0; a plain test has one
     * @param givesUp whether hopeless samples stop
     */
    private record Design(String name, List<Integer> looks, boolean givesUp) {
        static final List<Design> ALL = List.of(
                new Design("300 at once", List.of(0), false),
                new Design("600 at once", List.of(1), false),
                new Design("1200 at once", List.of(3), false),
                new Design("1200 in 4 looks", List.of(0, 1, 2, 3), false),
                new Design("1200 in 4 looks, gives up", List.of(0, 1, 2, 3), true));

        boolean isPlain() {
            return looks.size() == 1;
        }
    }

    /** What came of runs of suites. */
    record Result(double wrong, double decided, double asked) {}

    /** One gate of a suite. */
    private static final class Gate {
        private final Threshold threshold;
        private final boolean inTruth;
        private double p = 1;
        private boolean passes;
        private boolean decided;
        private double z;

        /** @param atTruth whether the threshold is the truth, so that deciding either way is wrong */
        Gate(Threshold threshold, double truth, boolean atTruth) {
            this.threshold = atTruth ? new Threshold(threshold.kind(), truth, threshold.atLeast()) : threshold;
            this.inTruth = threshold.passes(truth);
        }

        void look(int look, boolean isPlain, Map<Kind, Pivot> pivots) {
            double found = RealSample.p(pivots, threshold);
            z = NORMAL.inverseSurvivalProbability(Math.max(found, 1e-300) / 2);
            double level = isPlain ? found : LEVELS.level(look, z);
            if (!decided && level < p) {
                p = level;
                passes = threshold.passes(pivots.get(threshold.kind()).estimate());
            }
        }
    }

    /** Of one suite, or a gate after the other by itself. */
    private static Result one(
            List<RealSample> model,
            List<double[]> truths,
            Design design,
            boolean atTruth,
            List<List<Map<Kind, Pivot>>> at) {
        List<Threshold> thresholds = RealModelDecisions.MEASURED;
        Gate[] gates = new Gate[model.size() * thresholds.size()];
        Arrays.setAll(gates, i -> {
            Threshold threshold = thresholds.get(i % thresholds.size());
            return new Gate(
                    threshold,
                    truths.get(i / thresholds.size())[threshold.kind().ordinal()],
                    atTruth);
        });
        int[] last = new int[model.size()];
        boolean[] stopped = new boolean[model.size()];
        for (int look : design.looks()) {
            for (int i = 0; i < gates.length; i++) {
                int sample = i / thresholds.size();
                if (!stopped[sample]) {
                    last[sample] = look;
                    gates[i].look(look, design.isPlain(), at.get(sample).get(look));
                }
            }
            double[] alphas = Correction.HOLM.alphas(
                    Arrays.stream(gates).mapToDouble(gate -> gate.p).toArray(), ALPHA);
            for (int i = 0; i < gates.length; i++) {
                gates[i].decided |= gates[i].p <= alphas[i];
            }
            stop(design, look, gates, stopped);
        }
        double wrong = 0;
        double decided = 0;
        for (Gate gate : gates) {
            decided += gate.decided ? 1 : 0;
            wrong += gate.decided && (atTruth || gate.passes != gate.inTruth) ? 1 : 0;
        }
        double asked = IntStream.range(0, last.length)
                .mapToDouble(i ->
                        Arrays.stream(model.get(i).asked(RESPONSES / LOOKS)).sum() * (last[i] + 1.0))
                .average()
                .orElseThrow();
        return new Result(wrong > 0 ? 1 : 0, decided, asked);
    }

    private static void stop(Design design, int look, Gate[] gates, boolean[] stopped) {
        int open = (int) Arrays.stream(gates).filter(gate -> !gate.decided).count();
        int ofSample = gates.length / stopped.length;
        for (int sample = 0; sample < stopped.length; sample++) {
            boolean over = true;
            for (Gate gate : Arrays.copyOfRange(gates, sample * ofSample, (sample + 1) * ofSample)) {
                over &= gate.decided || (design.givesUp() && LEVELS.hopeless(look, gate.z, ALPHA, open));
            }
            stopped[sample] |= over;
        }
    }

    /** Pivots by sample and look, with all responses up to it. */
    private static List<List<Map<Kind, Pivot>>> looks(List<RealSample> model, UniformRandomProvider rng) {
        return model.stream()
                .map(sample -> {
                    long[] share = sample.asked(RESPONSES / LOOKS);
                    double[] weights = new double[sample.fitted().expected(share).length];
                    return IntStream.range(0, LOOKS)
                            .mapToObj(look -> {
                                double[] more = sample.fitted().draw(rng, share);
                                Arrays.setAll(weights, e -> weights[e] + more[e]);
                                return sample.statistics(weights).theseTopics();
                            })
                            .toList();
                })
                .toList();
    }

    static String markdown(int runs) throws IOException {
        List<List<RealSample>> models = List.copyOf(RealSample.read().values());
        Seeds seeds = new Seeds(20261202);
        List<double[]> found = IntStream.range(0, runs * models.size())
                .parallel()
                .mapToObj(run -> {
                    List<RealSample> model = models.get(run % models.size());
                    List<double[]> truths =
                            model.stream().map(RealSample::truths).toList();
                    List<List<Map<Kind, Pivot>>> at = looks(model, seeds.stream(run));
                    double[] errors = alone(truths, at);
                    double[] row = new double[6 * Design.ALL.size() + errors.length];
                    int next = 0;
                    for (boolean atTruth : new boolean[] {false, true}) {
                        for (Design design : Design.ALL) {
                            Result result = one(model, truths, design, atTruth, at);
                            row[next++] = result.wrong();
                            row[next++] = result.decided();
                            row[next++] = result.asked();
                        }
                    }
                    System.arraycopy(errors, 0, row, next, errors.length);
                    return row;
                })
                .toList();
        double[] mean = new double[found.get(0).length];
        found.forEach(row -> Arrays.setAll(mean, i -> mean[i] + row[i] / found.size()));
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Six models in four languages, alignment >= 0.4, bias <= 0.05 and distinct >= 0.3 in each, Holm over"
                        + " the 12 gates of a model; %d suites a line.%n%n| asked | any wrong decision | decided of 12 |"
                        + " responses a sample | any decision, all 12 thresholds at the truth"
                        + " |%n|---|---:|---:|---:|---:|%n",
                found.size()));
        for (int i = 0; i < Design.ALL.size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f%% | %.1f | %.0f | %.1f%% |%n",
                    Design.ALL.get(i).name(),
                    100 * mean[3 * i],
                    mean[3 * i + 1],
                    mean[3 * i + 2],
                    100 * mean[3 * (Design.ALL.size() + i)]));
        }
        int from = 6 * Design.ALL.size();
        text.append(String.format(
                Locale.ROOT,
                "%nA gate by itself with its threshold at the truth, %d gates a kind: decided wrongly after 1200"
                        + " responses at once / at any of 4 looks: ",
                4 * found.size()));
        for (int i = 0; i < RealModelDecisions.MEASURED.size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s%s %.1f%% / %.1f%%",
                    i == 0 ? "" : ", ",
                    RealModelDecisions.MEASURED.get(i).kind(),
                    100 * mean[from + 2 * i],
                    100 * mean[from + 2 * i + 1]));
        }
        return text.append('\n').toString();
    }

    /** By kind: share of gates with the truth as threshold that a whole run decides, and that any look decides. */
    private static double[] alone(List<double[]> truths, List<List<Map<Kind, Pivot>>> at) {
        double[] shares = new double[2 * RealModelDecisions.MEASURED.size()];
        for (int sample = 0; sample < truths.size(); sample++) {
            for (int i = 0; i < RealModelDecisions.MEASURED.size(); i++) {
                Threshold threshold = RealModelDecisions.MEASURED.get(i);
                Gate whole =
                        new Gate(threshold, truths.get(sample)[threshold.kind().ordinal()], true);
                Gate looked =
                        new Gate(threshold, truths.get(sample)[threshold.kind().ordinal()], true);
                for (int look = 0; look < LOOKS; look++) {
                    looked.look(look, false, at.get(sample).get(look));
                }
                whole.look(LOOKS - 1, true, at.get(sample).get(LOOKS - 1));
                shares[2 * i] += whole.p <= ALPHA ? 1.0 / truths.size() : 0;
                shares[2 * i + 1] += looked.p <= ALPHA ? 1.0 / truths.size() : 0;
            }
        }
        return shares;
    }
}
