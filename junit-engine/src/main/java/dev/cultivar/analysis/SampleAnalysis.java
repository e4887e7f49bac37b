package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.Alignments;
import dev.cultivar.analysis.alignment.Attenuation;
import dev.cultivar.analysis.alignment.BiasTerms;
import dev.cultivar.analysis.alignment.Consistency;
import dev.cultivar.analysis.alignment.JudgeCorrection;
import dev.cultivar.analysis.alignment.PerfectRespondents;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.calibration.JudgeErrors;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Replicates;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.analysis.regression.SampleRounds;
import dev.cultivar.settings.Method;
import dev.cultivar.stats.Bootstrap;
import dev.cultivar.stats.BootstrapResult;
import dev.cultivar.stats.Seeds;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statistics of one model in one language. */
final class SampleAnalysis {

    private final ScoredSample sample;
    private final List<String> topics;
    private final AnalysisOptions options;
    private final CountTable table;
    private final List<Truth> truths;
    /** Those that have rows: of populations with the same figures, one. The regressions find all of them by name. */
    private final Set<PopulationKey> shown;

    private final PerfectRespondents people;
    private final Consistency consistency;
    private final List<BiasTerms> biases = new ArrayList<>();
    private final Rows rows;
    private final Notes notes;
    private final @Nullable JudgeCorrection correction;
    private final StatisticSlots slots;

    SampleAnalysis(
            ScoredSample sample,
            List<String> topics,
            Set<PopulationKey> keys,
            PopulationTable populations,
            AnalysisOptions options) {
        this.sample = sample;
        this.topics = topics;
        this.options = options;
        table = CountTable.of(sample.counts(), topics);
        shown = populations.distinct(keys);
        truths = keys.stream().map(key -> Truth.of(key, populations, topics)).toList();
        consistency = new Consistency(table);
        for (String reference : options.references()) {
            populations
                    .find(reference)
                    .ifPresent(key -> biases.add(BiasTerms.of(key, populations, sample.language(), topics, table)));
        }
        people = new PerfectRespondents(table.responses, topics, populations);
        slots = new StatisticSlots(List.copyOf(options.metrics()), truths.size(), biases.size());
        rows = new Rows(sample, options.confidence(), Method.ROBUST);
        notes = new Notes(sample, topics, populations);
        JudgeErrors errors = options.judgeErrors().get(sample.language());
        correction = errors != null && !sample.stances().responses().isEmpty()
                ? new JudgeCorrection(errors, sample, table)
                : null;
    }

    /** Topic draws are those of every other sample of the run, so that samples can be compared round by round. */
    SampleResult result() {
        List<Alignments> alignments = slots.metrics().stream()
                .map(metric -> new Alignments(table, metric, truths))
                .toList();
        int[] once = new int[topics.size()];
        Arrays.fill(once, 1);
        double[] judged = statistics(alignments, once);
        double[] estimates = judged.clone();
        if (correction != null) {
            correct(estimates, correction.estimate());
        }
        Seeds seeds = new Seeds(options.seed()).split("topics");
        BootstrapResult replicates = Bootstrap.run(options.rounds(), seeds.seed(), rng -> {
            int[] times = CountTable.times(rng, topics.size());
            double[] values = statistics(alignments, times);
            if (correction != null) {
                correct(values, correction.round(table.weights(times), rng));
            }
            return values;
        });

        return new SampleResult(measurements(judged, estimates, replicates), rounds(estimates, replicates));
    }

    private List<Measurement> measurements(double[] judged, double[] estimates, BootstrapResult replicates) {
        List<Measurement> all = new ArrayList<>();
        for (Metric metric : slots.metrics()) {
            for (int p = 0; p < truths.size(); p++) {
                if (!shown.contains(truths.get(p).population)) {
                    continue;
                }
                int slot = slots.alignment(metric, p);
                all.add(alignment(metric, truths.get(p), judged[slot], estimates[slot], replicates.replicates(slot)));
            }
        }
        all.add(consistency(estimates[slots.consistency()], replicates.replicates(slots.consistency())));
        for (int b = 0; b < biases.size(); b++) {
            int slot = slots.bias(b);
            all.add(bias(biases.get(b), judged[slot], estimates[slot], replicates.replicates(slot)));
        }
        all.add(rows.coverage());
        return all;
    }

    private SampleRounds rounds(double[] estimates, BootstrapResult replicates) {
        Map<String, double[]> alignments = new HashMap<>();
        Map<String, Double> values = new HashMap<>();
        for (int p = 0; p < truths.size(); p++) {
            Truth truth = truths.get(p);
            if (truth.scoredTopics(table) >= Estimate.LEAST_TOPICS) {
                int slot = slots.alignment(Metric.SPEARMAN, p);
                alignments.put(truth.population.name(), replicates.replicates(slot));
                values.put(truth.population.name(), estimates[slot]);
            }
        }
        double reliability = options.reliability().orElse(1);
        double[] rounds = replicates.replicates(slots.consistency());
        for (int r = 0; r < rounds.length; r++) {
            rounds[r] /= reliability;
        }
        return new SampleRounds(sample, values, alignments, estimates[slots.consistency()] / reliability, rounds);
    }

    private double[] statistics(List<Alignments> alignments, int[] times) {
        double[] weights = table.weights(times);
        double[] result = new double[slots.count()];
        for (int m = 0; m < alignments.size(); m++) {
            double[] values = alignments.get(m).of(weights);
            System.arraycopy(values, 0, result, slots.alignments(slots.metrics().get(m)), values.length);
        }
        result[slots.consistency()] = consistency.of(times);
        for (int b = 0; b < biases.size(); b++) {
            result[slots.bias(b)] = biases.get(b).of(weights);
        }
        return result;
    }

    /** Divides what the judge's scatter has lowered; distances and self-consistency are left as they are. */
    private void correct(double[] statistics, Attenuation attenuation) {
        for (Metric metric : slots.metrics()) {
            for (int p = 0; p < truths.size() && metric.correlation(); p++) {
                int slot = slots.alignment(metric, p);
                statistics[slot] = attenuation.corrected(metric, statistics[slot]);
            }
        }
        for (int b = 0; b < biases.size(); b++) {
            statistics[slots.bias(b)] /= attenuation.spearman();
        }
    }

    private Measurement alignment(Metric metric, Truth truth, double judged, double estimate, double[] replicates) {
        int units = truth.scoredTopics(table);
        long n = truth.scoredResponses(table);
        List<Note> note = notes.alignment(truth, units, n, judged);
        if (!options.judgeErrors().isEmpty() && !Double.isNaN(judged)) {
            note = notes.judge(note, judged, correction != null && metric.correlation(), Double.isNaN(estimate));
        }
        boolean enough = units >= Estimate.LEAST_TOPICS && n > 2;
        Pivot pivot = enough ? Replicates.pivot(estimate, replicates, units, metric.scale(), 1) : null;
        Measurement row =
                rows.row(Statistic.ALIGNMENT, truth.population, metric.label(), metric.unit(), pivot, n, units, note);
        return enough ? row.beside(people.alignment(metric, truth.population)) : row;
    }

    private Measurement consistency(double estimate, double[] replicates) {
        int units = consistency.topics();
        double reliability = options.reliability().orElse(1);
        @Nullable
        Pivot pivot = units >= Estimate.LEAST_TOPICS
                ? Replicates.pivot(estimate, replicates, units, Scale.intraclass(consistency.members()), reliability)
                : null;
        return rows.row(
                Statistic.CONSISTENCY,
                null,
                Metric.SPEARMAN.label(),
                Metric.SPEARMAN.unit(),
                pivot,
                sample.counts().total(),
                units,
                notes.consistency(units, estimate, options.reliability().isPresent()));
    }

    private Measurement bias(BiasTerms bias, double judged, double estimate, double[] replicates) {
        int units = bias.topics();
        @Nullable
        Pivot pivot = bias.possible() && units >= Estimate.LEAST_TOPICS
                ? Replicates.pivot(estimate, replicates, units, Scale.LINE, 1)
                : null;
        List<Note> note = notes.bias(bias, units, estimate);
        if (!options.judgeErrors().isEmpty() && !Double.isNaN(judged)) {
            note = notes.judge(note, judged, correction != null, Double.isNaN(estimate));
        }
        return rows.row(Statistic.BIAS, bias.reference(), "difference", "rho", pivot, bias.responses(), units, note);
    }
}
