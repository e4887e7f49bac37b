package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.Alignments;
import dev.cultivar.analysis.alignment.SelfConsistency;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Replicates;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.Power;
import dev.cultivar.stats.Seeds;
import dev.cultivar.text.TableLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Writes the figures of {@code docs/validity.md}: simulated runs with known truth. Run by hand:
 * {@code mvn -Pstudy -pl junit-engine verify -Dcultivar.study=dev.cultivar.analysis.Validity}.
 */
public final class Validity {

    private static final int ROUNDS = 300;
    private static final double CONFIDENCE = 0.95;

    private Validity() {}

    public static void main(String[] args) throws IOException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
        System.out.println(alignmentAndConsistency(runs));
        System.out.println(differences(runs));
        System.out.println(new RegressionStudy().markdown(runs));
        System.out.println(MethodComparison.markdown());
    }

    /** Truths of one world: alignment and self-consistency over endless topics. */
    private record Truths(double alignment, double consistency) {}

    private static Truths truths(World world) {
        World.Sample endless = world.draw(new Seeds(99).stream(0), 200_000, 2);
        Setup setup = new Setup(endless);
        int[] once = new int[setup.table.topics()];
        Arrays.fill(once, 1);
        return new Truths(setup.alignments.of(setup.table.weights())[0], new SelfConsistency(setup.table).of(once));
    }

    private static final class Setup {
        private final CountTable table;
        private final Alignments alignments;

        Setup(World.Sample sample) {
            var layout = World.layout(sample);
            table = layout.getValue();
            alignments = new Alignments(table, Metric.SPEARMAN, List.of(layout.getKey()));
        }
    }

    private static String alignmentAndConsistency(int runs) {
        StringBuilder text = new StringBuilder("Alignment and self-consistency, " + runs + " runs a line, " + ROUNDS
                + " rounds: share of 95% intervals that hold the truth, and of runs in which a gate whose threshold is"
                + " the truth passes or fails (nominal 2.5% each); power at a distance of 0.15 below the truth,"
                + " planned and simulated.\n\n"
                + "| association | topics | responses a topic | truth | coverage | false pass | false fail | power planned |"
                + " power | consistency | its coverage | its false pass |\n"
                + "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for (double association : new double[] {0, 0.5, 0.9}) {
            World world = new World(association, 0.5);
            Truths truth = truths(world);
            for (int topics : new int[] {10, 20, 32, 80}) {
                for (int responses : new int[] {2, 8}) {
                    text.append(line(world, truth, association, topics, responses, runs));
                }
            }
        }
        return text.toString();
    }

    private static String line(World world, Truths truth, double association, int topics, int responses, int runs) {
        double threshold = truth.alignment() - 0.15;
        double[][] found = IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> {
                    UniformRandomProvider rng = new Seeds(7).split(topics).split(responses).stream(run);
                    Setup setup = new Setup(world.draw(rng, topics, responses));
                    SelfConsistency consistency = new SelfConsistency(setup.table);
                    int[] once = new int[topics];
                    Arrays.fill(once, 1);
                    double[] a = new double[ROUNDS];
                    double[] c = new double[ROUNDS];
                    for (int r = 0; r < ROUNDS; r++) {
                        int[] times = CountTable.times(rng, topics);
                        a[r] = setup.alignments.of(setup.table.weights(times))[0];
                        c[r] = consistency.of(times);
                    }
                    Pivot alignment =
                            Replicates.pivot(setup.alignments.of(setup.table.weights())[0], a, topics, Scale.FISHER, 1);
                    Pivot self = Replicates.pivot(
                            consistency.of(once), c, topics, Scale.intraclass(consistency.members()), 1);
                    return outcome(alignment, self, truth, threshold);
                })
                .toArray(double[][]::new);
        double[] mean = mean(found);
        double error = Math.sqrt((truth.consistency() + (1 - truth.consistency()) / responses) / topics);
        double planned = Power.twoSided(1 - CONFIDENCE)
                .withDegreesOfFreedom(topics - 1.0)
                .of(Math.abs(Scale.FISHER.to(truth.alignment()) - Scale.FISHER.to(threshold)) / error);
        return TableLine.of(
                "| %.1f | %d | %d | %.3f | %.1f%% | %.1f%% | %.1f%% | %.2f | %.2f | %.3f | %.1f%% | %.1f%% |%n",
                association,
                topics,
                responses,
                truth.alignment(),
                100 * mean[0],
                100 * mean[1],
                100 * mean[2],
                planned,
                mean[3],
                truth.consistency(),
                100 * mean[4],
                100 * mean[5]);
    }

    /** Whether the interval holds the truth, passes at it, fails at it, passes below it; and the same for consistency. */
    private static double[] outcome(Pivot alignment, Pivot self, Truths truth, double threshold) {
        double[] result = new double[6];
        if (alignment != null) {
            Interval interval = alignment.interval(CONFIDENCE);
            result[0] = interval.contains(truth.alignment()) ? 1 : 0;
            result[1] = interval.lower() >= truth.alignment() ? 1 : 0;
            result[2] = interval.upper() < truth.alignment() ? 1 : 0;
            result[3] = interval.lower() >= threshold ? 1 : 0;
        }
        if (self != null) {
            Interval interval = self.interval(CONFIDENCE);
            result[4] = interval.contains(truth.consistency()) ? 1 : 0;
            result[5] = interval.lower() >= truth.consistency() ? 1 : 0;
        }
        return result;
    }

    /** Bias and regression: two alignments of the same topics, or of two models on them, that are equal in truth. */
    private static String differences(int runs) {
        StringBuilder text = new StringBuilder("Paired differences whose truth is 0, " + runs + " runs a line: share of"
                + " 95% intervals that hold 0, and of gates with threshold 0 that pass or fail.\n\n"
                + "| difference | topics | responses a topic | coverage | false pass | false fail |\n"
                + "|---|---:|---:|---:|---:|---:|\n");
        for (int topics : new int[] {10, 20, 32, 80}) {
            for (int responses : new int[] {2, 8}) {
                for (boolean bias : new boolean[] {true, false}) {
                    text.append(difference(bias, topics, responses, runs));
                }
            }
        }
        return text.toString();
    }

    private static String difference(boolean bias, int topics, int responses, int runs) {
        World world = new World(0.5, 0.5);
        double[][] found = IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> {
                    UniformRandomProvider rng = new Seeds(8).split(topics).split(responses).stream(run);
                    List<World.Sample> pair = bias
                            ? world.twoPopulations(rng, topics, responses, 0.7)
                            : world.twice(rng, topics, responses);
                    Setup one = new Setup(pair.get(0));
                    Setup two = new Setup(pair.get(1));
                    double estimate = one.alignments.of(one.table.weights())[0]
                            - two.alignments.of(two.table.weights())[0];
                    double[] rounds = new double[ROUNDS];
                    for (int r = 0; r < ROUNDS; r++) {
                        int[] times = CountTable.times(rng, topics);
                        rounds[r] = one.alignments.of(one.table.weights(times))[0]
                                - two.alignments.of(two.table.weights(times))[0];
                    }
                    Pivot pivot = Replicates.pivot(estimate, rounds, topics, Scale.LINE, 1);
                    Interval interval = pivot == null
                            ? new Interval(Double.NaN, Double.NaN, CONFIDENCE)
                            : pivot.interval(CONFIDENCE);
                    return new double[] {
                        interval.contains(0) ? 1 : 0, interval.upper() < 0 ? 1 : 0, interval.lower() > 0 ? 1 : 0
                    };
                })
                .toArray(double[][]::new);
        double[] mean = mean(found);
        return TableLine.of(
                "| %s | %d | %d | %.1f%% | %.1f%% | %.1f%% |%n",
                bias ? "bias" : "regression", topics, responses, 100 * mean[0], 100 * mean[1], 100 * mean[2]);
    }

    private static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        List<double[]> all = new ArrayList<>(List.of(rows));
        all.forEach(row -> {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += row[j] / rows.length;
            }
        });
        return mean;
    }
}
