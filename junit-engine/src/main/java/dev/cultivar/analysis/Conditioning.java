package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.Consistency;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Pivots;
import dev.cultivar.analysis.estimate.Replicates;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.settings.Estimand;
import dev.cultivar.stats.Bootstrap;
import dev.cultivar.stats.BootstrapResult;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.Ranks;
import dev.cultivar.stats.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * Whether a language seeds values of its own in a model: self-consistency within the language less the mean consistency between it and
 * the model's other languages, over the topics answered in all of them, divided by the judge's reliability. Positive where it does.
 */
final class Conditioning {

    private final List<ScoredSample> samples;
    private final List<String> topics;
    private final AnalysisOptions options;

    Conditioning(List<ScoredSample> samples, List<String> topics, AnalysisOptions options) {
        this.samples = samples;
        this.topics = topics;
        this.options = options;
    }

    /** A row a model and language, for models that were asked in at least two. */
    List<Measurement> measurements() {
        Map<String, List<ScoredSample>> byModel = new LinkedHashMap<>();
        samples.forEach(sample -> byModel.computeIfAbsent(sample.model(), model -> new ArrayList<>())
                .add(sample));
        return byModel.values().parallelStream()
                .filter(of -> of.size() > 1)
                .flatMap(of -> ofModel(of).stream())
                .toList();
    }

    private List<Measurement> ofModel(List<ScoredSample> of) {
        List<String> common = topics.stream()
                .filter(topic -> of.stream().allMatch(sample -> sample.counts().total(topic) > 1))
                .toList();
        List<CountTable> tables = of.stream()
                .map(sample -> CountTable.of(sample.counts(), common))
                .toList();
        List<Measurement> rows = new ArrayList<>();
        boolean enough = common.size() >= Estimate.LEAST_TOPICS;
        double[] estimates = new double[of.size()];
        Arrays.fill(estimates, Double.NaN);
        @Nullable BootstrapResult rounds = null;
        if (enough) {
            int[] once = new int[common.size()];
            Arrays.fill(once, 1);
            estimates = differences(tables, once);
            Seeds seeds = new Seeds(options.seed()).split("conditioning");
            rounds = Bootstrap.run(options.rounds(), seeds.seed(), rng -> round(tables, rng, common.size()));
        }
        double reliability = options.reliability().orElse(1);
        for (int i = 0; i < of.size(); i++) {
            Pivot pivot = rounds == null
                    ? null
                    : Replicates.pivot(estimates[i], rounds.replicates(i), common.size(), Scale.LINE, reliability);
            List<Note> notes = pivot != null
                    ? List.of()
                    : List.of(
                            enough
                                    ? new Note.AllResponsesEqual()
                                    : new Note.FewTopics(
                                            common.size(),
                                            Note.Need.TWO_SCORED_RESPONSES_IN_EVERY_LANGUAGE,
                                            Estimate.LEAST_TOPICS));
            rows.add(row(of.get(i), estimates[i] / reliability, pivot, common.size(), notes));
        }
        return rows;
    }

    private Measurement row(ScoredSample sample, double value, @Nullable Pivot pivot, int units, List<Note> notes) {
        Interval interval = pivot == null
                ? new Interval(Double.NaN, Double.NaN, options.confidence())
                : pivot.interval(options.confidence());
        Estimate estimate = new Estimate(
                Statistic.CONDITIONING,
                sample.model(),
                sample.family(),
                sample.language(),
                null,
                null,
                "difference",
                pivot == null ? Double.NaN : value,
                interval.lower(),
                interval.upper(),
                options.confidence(),
                Estimand.ALL_TOPICS,
                sample.counts().total(),
                units,
                "rho",
                options.method().label(),
                null,
                notes);
        return new Measurement(estimate, Pivots.ofAllTopics(pivot));
    }

    private static double[] round(List<CountTable> tables, UniformRandomProvider rng, int topics) {
        return differences(tables, CountTable.times(rng, topics));
    }

    private static double[] differences(List<CountTable> tables, int[] times) {
        int n = tables.size();
        double[] differences = new double[n];
        double[][] between = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                between[i][j] = between(tables.get(i), tables.get(j), times);
                between[j][i] = between[i][j];
            }
        }
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += between[i][j]; // 0 on the diagonal
            }
            differences[i] = new Consistency(tables.get(i)).of(times) - sum / (n - 1);
        }
        return differences;
    }

    /** Spearman's rho over all pairs of a response of one table and a response of the other to the same topic. */
    static double between(CountTable one, CountTable other, int[] times) {
        double[] ofOne = weights(one, other, times);
        double[] ofOther = weights(other, one, times);
        double[] x = deviations(one, ofOne);
        double[] y = deviations(other, ofOther);
        double joint = 0;
        double xx = 0;
        double yy = 0;
        for (int q = 0; q < times.length; q++) {
            double sumX = 0;
            double sumY = 0;
            for (int e = one.start[q]; e < one.start[q + 1]; e++) {
                double d = x[one.value[e]];
                sumX += one.count[e] * d;
                xx += ofOne[e] * d * d;
            }
            for (int e = other.start[q]; e < other.start[q + 1]; e++) {
                double d = y[other.value[e]];
                sumY += other.count[e] * d;
                yy += ofOther[e] * d * d;
            }
            joint += times[q] * sumX * sumY;
        }
        return xx > 1e-9 && yy > 1e-9 ? joint / Math.sqrt(xx) / Math.sqrt(yy) : Double.NaN;
    }

    /** Mid-ranks less their mean, by value. */
    private static double[] deviations(CountTable table, double[] weights) {
        double[] sums = new double[table.values.length];
        double total = 0;
        for (int e = 0; e < weights.length; e++) {
            sums[table.value[e]] += weights[e];
            total += weights[e];
        }
        double[] ranks = Ranks.ofAscending(sums);
        for (int v = 0; v < ranks.length; v++) {
            ranks[v] -= (total + 1) / 2;
        }
        return ranks;
    }

    /** Weights of the entries where each response occurs once a partner. */
    private static double[] weights(CountTable table, CountTable partners, int[] times) {
        double[] weights = new double[table.count.length];
        for (int q = 0; q < times.length; q++) {
            double ofTopic = (double) times[q] * partners.responses[q];
            for (int e = table.start[q]; e < table.start[q + 1]; e++) {
                weights[e] = ofTopic * table.count[e];
            }
        }
        return weights;
    }
}
