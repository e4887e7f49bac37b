package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.Attenuation;
import dev.cultivar.analysis.alignment.JudgeCorrection;
import dev.cultivar.analysis.alignment.SelfConsistency;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Pivots;
import dev.cultivar.analysis.estimate.Replicates;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.stats.Bootstrap;
import dev.cultivar.stats.BootstrapResult;
import dev.cultivar.stats.Seeds;
import dev.cultivar.stats.StratifiedJackknife;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All statistics of one sample at once, with the basis of their intervals: for all topics a bootstrap over topics, for these topics the
 * jackknife of {@link FixedTopics}. Where a judge's errors are corrected for, each bootstrap round draws the confusion matrix anew; the
 * jackknife holds it fixed, and the variance due to the matrix is added.
 */
final class SampleErrors {

    /** Draws of the judge's matrix. They give its part of the variance to within a fourteenth, and it is the smaller part. */
    private static final int DRAWS = 400;

    /** If more than this share of the draws is undefined, the spread of the others says too little. */
    private static final double MOST_UNDEFINED = 0.05;

    private final CountTable table;
    private final FixedTopics fixed;
    private final Statistics statistics;
    private final SelfConsistency consistency;
    private final @Nullable JudgeCorrection correction;
    private final TopicDraws draws;
    private final AnalysisOptions options;

    SampleErrors(
            CountTable table,
            FixedTopics fixed,
            Statistics statistics,
            SelfConsistency consistency,
            @Nullable JudgeCorrection correction,
            TopicDraws draws,
            AnalysisOptions options) {
        this.table = table;
        this.fixed = fixed;
        this.statistics = statistics;
        this.consistency = consistency;
        this.correction = correction;
        this.draws = draws;
        this.options = options;
    }

    /** The statistics to estimate. */
    interface Statistics {

        /**
         * Every statistic, by slot.
         *
         * @param weights of the table's entries
         * @param selfConsistency under the same weights
         * @param attenuation by the judge's errors; null where they are not corrected for
         */
        double[] of(double[] weights, double selfConsistency, @Nullable Attenuation attenuation);
    }

    /**
     * How to treat one statistic.
     *
     * @param mask topics that the statistic rests on
     * @param scale where its distribution is close enough to t
     * @param ofPairs whether it is over pairs of responses
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares slots or changes a mask
    record Slot(boolean[] mask, Scale scale, boolean ofPairs) {}

    /** Pivots of one statistic, and the reasons why the one for these topics is missing. */
    record Found(Pivots pivots, List<Note> lacks) {

        /** The same, without a pivot for these topics. */
        Found without(Note lack) {
            return new Found(Pivots.ofAllTopics(pivots.allTopics()), List.of(lack));
        }
    }

    /** One statistic. */
    final class One {

        private final Slot slot;
        private final double judged;
        private final double estimate;
        private final double[] replicates;
        private final StratifiedJackknife.@Nullable Variance variance;
        private final double ofJudge;

        private One(
                Slot slot,
                double judged,
                double estimate,
                double[] replicates,
                StratifiedJackknife.@Nullable Variance variance,
                double ofJudge) {
            this.slot = slot;
            this.judged = judged;
            this.estimate = estimate;
            this.replicates = replicates;
            this.variance = variance;
            this.ofJudge = ofJudge;
        }

        /** The statistic with the judge's errors. */
        double judged() {
            return judged;
        }

        /** The statistic without them, where they are known. */
        double estimate() {
            return estimate;
        }

        /** Replicates of the bootstrap over topics. */
        double[] replicates() {
            return replicates;
        }

        /**
         * The pivots that its intervals follow from.
         *
         * @param enough whether there is an estimate at all
         * @param units number of topics that it rests on
         */
        Found pivots(boolean enough, int units, double divisor) {
            if (!enough || Double.isNaN(estimate)) {
                return new Found(Pivots.NONE, List.of());
            }
            Pivot all = Replicates.pivot(estimate, replicates, units, slot.scale(), divisor);
            Optional<Note> lack = fixed.lack(slot.mask(), slot.ofPairs());
            if (lack.isPresent()) {
                return new Found(Pivots.ofAllTopics(all), List.of(lack.get()));
            }
            Pivot these = variance == null
                    ? null
                    : fixed.pivot(estimate, variance, ofJudge, slot.scale(), divisor, slot.mask());
            return new Found(
                    new Pivots(these, all), these == null ? List.of(new Note.FewDegreesOfFreedom()) : List.of());
        }
    }

    /** All statistics, by slot. Topic draws are the same as for every other sample of the run. */
    List<One> of(List<Slot> slots) {
        int[] once = new int[table.topics()];
        Arrays.fill(once, 1);
        double self = consistency.of(once);
        double[] judged = statistics.of(table.weights(), self, null);
        @Nullable Attenuation attenuation = correction == null ? null : correction.estimate();
        double[] estimates = attenuation == null ? judged : statistics.of(table.weights(), self, attenuation);
        BootstrapResult replicates = replicates();
        StratifiedJackknife.@Nullable Variance[] variances = variances(slots, attenuation);
        double[] ofJudge = ofJudge(slots, self);
        return IntStream.range(0, slots.size())
                .mapToObj(i -> new One(
                        slots.get(i), judged[i], estimates[i], replicates.replicates(i), variances[i], ofJudge[i]))
                .toList();
    }

    private BootstrapResult replicates() {
        return Bootstrap.run(draws.rounds(), round -> {
            int[] times = draws.times(round);
            double[] weights = table.weights(times);
            return statistics.of(
                    weights,
                    consistency.of(times),
                    correction == null ? null : correction.round(weights, draws.seed(round)));
        });
    }

    private StratifiedJackknife.@Nullable Variance[] variances(List<Slot> slots, @Nullable Attenuation attenuation) {
        double[][] without =
                fixed.without(consistency, (weights, self) -> scaled(slots, statistics.of(weights, self, attenuation)));
        List<StratifiedJackknife.Variance> ofPairs = fixed.variancesOfPairs(without);
        StratifiedJackknife.@Nullable Variance[] found = new StratifiedJackknife.@Nullable Variance[slots.size()];
        for (int i = 0; i < found.length; i++) {
            if (slots.get(i).ofPairs()) {
                found[i] = ofPairs.isEmpty() ? null : ofPairs.get(i);
            } else if (found[i] == null) {
                alike(slots, i, without, found);
            }
        }
        return found;
    }

    /** Finds, in one go, the variances of all statistics that rest on the same topics as slot {@code first}. */
    private void alike(
            List<Slot> slots, int first, double[][] without, StratifiedJackknife.@Nullable Variance[] found) {
        boolean[] mask = slots.get(first).mask();
        List<StratifiedJackknife.Variance> variances = fixed.variances(mask, without);
        for (int j = first; j < found.length && !variances.isEmpty(); j++) {
            if (!slots.get(j).ofPairs() && Arrays.equals(mask, slots.get(j).mask())) {
                found[j] = variances.get(j);
            }
        }
    }

    private static double[] scaled(List<Slot> slots, double[] values) {
        for (int j = 0; j < values.length; j++) {
            values[j] = slots.get(j).scale().clamped(values[j]);
        }
        return values;
    }

    /** Variances due to the judge's calibration, on the statistics' scales, with the responses held fixed. */
    private double[] ofJudge(List<Slot> slots, double self) {
        double[] variances = new double[slots.size()];
        JudgeCorrection drawn = correction;
        if (drawn == null) {
            return variances;
        }
        Seeds seeds = new Seeds(options.seed()).split("calibration");
        BootstrapResult draws = Bootstrap.run(
                Math.min(DRAWS, options.rounds()),
                seeds.seed(),
                rng -> scaled(slots, statistics.of(table.weights(), self, drawn.draw(rng))));
        for (int j = 0; j < variances.length; j++) {
            double error = draws.standardError(j);
            variances[j] = draws.undefined(j) > MOST_UNDEFINED * draws.rounds() ? Double.NaN : error * error;
        }
        return variances;
    }
}
