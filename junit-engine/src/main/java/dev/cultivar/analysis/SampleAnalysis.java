package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.Alignments;
import dev.cultivar.analysis.alignment.Attenuation;
import dev.cultivar.analysis.alignment.BiasTerms;
import dev.cultivar.analysis.alignment.DistinctTerms;
import dev.cultivar.analysis.alignment.JudgeCorrection;
import dev.cultivar.analysis.alignment.PerfectRespondents;
import dev.cultivar.analysis.alignment.ResponseScores;
import dev.cultivar.analysis.alignment.SelfConsistency;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.calibration.JudgeErrors;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.analysis.regression.SampleRounds;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statistics of one model in one language. */
final class SampleAnalysis {

    /** An alignment divided by the root of a lower self-consistency says nothing. */
    private static final double LEAST_CONSISTENCY = 0.1;

    private final ScoredSample sample;
    private final AnalysisOptions options;
    private final CountTable table;
    private final List<Truth> truths;
    /** Populations that have rows: only one of those with the same figures. The regressions find all of them by name. */
    private final Set<PopulationKey> shown;

    private final PerfectRespondents people;
    private final ResponseScores responses;
    private final List<Alignments> alignments;
    private final SelfConsistency consistency;
    private final List<BiasTerms> biases = new ArrayList<>();
    private final List<DistinctTerms> distinct;
    private final EstimateRows rows;
    private final Notes notes;
    private final StatisticSlots slots;
    private final SampleErrors errors;
    private final boolean corrected;

    SampleAnalysis(
            ScoredSample sample,
            List<String> topics,
            Set<PopulationKey> keys,
            PopulationTable populations,
            Function<long[], PerfectRespondents> people,
            TopicDraws draws,
            AnalysisOptions options) {
        this.sample = sample;
        this.options = options;
        table = CountTable.of(sample.counts(), topics);
        shown = populations.distinct(keys);
        truths = keys.stream().map(key -> Truth.of(key, populations, topics)).toList();
        consistency = new SelfConsistency(table);
        for (String reference : options.references()) {
            populations
                    .find(reference)
                    .ifPresent(key -> biases.add(BiasTerms.of(key, populations, sample.language(), topics, table)));
        }
        this.people = people.apply(table.responses);
        responses = new ResponseScores(table);
        distinct = own(keys, populations).stream()
                .map(key -> DistinctTerms.of(key, populations, topics, table))
                .toList();
        slots = new StatisticSlots(List.copyOf(options.metrics()), truths.size(), biases.size(), distinct.size());
        alignments = slots.metrics().stream()
                .map(metric -> new Alignments(table, metric, metric == Metric.SPEARMAN ? andOfBiases() : truths))
                .toList();
        rows = new EstimateRows(sample, options);
        notes = new Notes(sample, topics, populations);
        JudgeErrors ofJudge = options.judgeErrors().get(sample.language());
        @Nullable
        JudgeCorrection correction =
                ofJudge != null && !sample.stances().responses().isEmpty()
                        ? new JudgeCorrection(ofJudge, sample, table)
                        : null;
        corrected = correction != null;
        errors = new SampleErrors(
                table,
                new FixedTopics(table, topics, sample.topics()),
                this::statistics,
                consistency,
                correction,
                draws,
                options);
    }

    /** The populations, followed by those of each bias, most of which have the same figures. */
    private List<Truth> andOfBiases() {
        List<Truth> all = new ArrayList<>(truths);
        biases.forEach(bias -> all.addAll(bias.truths()));
        return all;
    }

    /** Populations that a model may be expected to speak for: those of its language, and those asked for. */
    private List<PopulationKey> own(Set<PopulationKey> keys, PopulationTable populations) {
        Set<PopulationKey> own = new LinkedHashSet<>();
        populations.localPopulation(sample.language()).ifPresent(own::add);
        own.addAll(populations.local(sample.language()));
        keys.stream()
                .filter(key -> options.populations().contains(key.name()) && key.type() != PopulationType.GLOBAL)
                .forEach(own::add);
        return own.stream().filter(shown::contains).toList();
    }

    /**
     * Analyses the sample. Its topic draws are the same as for every other sample of the run, so that samples can be compared round by
     * round.
     */
    SampleResult result() {
        SampleErrors.Slot[] treated = new SampleErrors.Slot[slots.count()];
        for (Metric metric : slots.metrics()) {
            for (int p = 0; p < truths.size(); p++) {
                treated[slots.alignment(metric, p)] =
                        new SampleErrors.Slot(truths.get(p).mask(), metric.scale(), false);
            }
        }
        treated[slots.consistency()] =
                new SampleErrors.Slot(consistency.mask(), Scale.intraclass(consistency.members()), true);
        for (int b = 0; b < biases.size(); b++) {
            treated[slots.bias(b)] =
                    new SampleErrors.Slot(biases.get(b).common().mask(), Scale.LINE, false);
        }
        for (int d = 0; d < distinct.size(); d++) {
            treated[slots.distinct(d)] =
                    new SampleErrors.Slot(distinct.get(d).own().mask(), Scale.FISHER, false);
        }
        for (int p = 0; p < truths.size(); p++) {
            treated[slots.noiseCorrected(p)] = new SampleErrors.Slot(consistency.mask(), Scale.LINE, true);
        }
        List<SampleErrors.One> found = errors.of(List.of(treated));
        return new SampleResult(measurements(found), rounds(found));
    }

    private List<Measurement> measurements(List<SampleErrors.One> found) {
        List<Measurement> all = new ArrayList<>();
        for (Metric metric : slots.metrics()) {
            for (int p = 0; p < truths.size(); p++) {
                if (shown.contains(truths.get(p).population)) {
                    all.add(alignment(metric, truths.get(p), found.get(slots.alignment(metric, p))));
                }
            }
        }
        for (int d = 0; d < distinct.size(); d++) {
            all.add(distinct(distinct.get(d), found.get(slots.distinct(d))));
        }
        all.add(consistency(found.get(slots.consistency())));
        for (int p = 0; p < truths.size(); p++) {
            if (shown.contains(truths.get(p).population)) {
                all.add(noiseCorrected(
                        truths.get(p), found.get(slots.noiseCorrected(p)), found.get(slots.consistency())));
            }
        }
        for (int b = 0; b < biases.size(); b++) {
            all.add(bias(biases.get(b), found.get(slots.bias(b))));
        }
        all.add(rows.coverage());
        return all;
    }

    private SampleRounds rounds(List<SampleErrors.One> found) {
        Map<String, double[]> replicates = new HashMap<>();
        Map<String, Double> values = new HashMap<>();
        for (int p = 0; p < truths.size(); p++) {
            Truth truth = truths.get(p);
            if (truth.scoredTopics(table) >= Estimate.LEAST_TOPICS) {
                SampleErrors.One one = found.get(slots.alignment(Metric.SPEARMAN, p));
                replicates.put(truth.population.name(), one.replicates());
                values.put(truth.population.name(), one.estimate());
            }
        }
        double reliability = options.reliability().orElse(1);
        SampleErrors.One one = found.get(slots.consistency());
        double[] rounds = one.replicates().clone();
        for (int r = 0; r < rounds.length; r++) {
            rounds[r] /= reliability;
        }
        return new SampleRounds(sample, values, replicates, one.estimate() / reliability, rounds);
    }

    /**
     * Every statistic, by slot.
     *
     * @param weights of the table's entries
     * @param selfConsistency under the same weights
     * @param attenuation by the judge's errors; null where they are not corrected for
     */
    private double[] statistics(double[] weights, double selfConsistency, @Nullable Attenuation attenuation) {
        double[] result = new double[slots.count()];
        ResponseScores.Under under = responses.under(weights);
        for (int m = 0; m < alignments.size(); m++) {
            Metric metric = slots.metrics().get(m);
            double[] values = alignments.get(m).of(under);
            System.arraycopy(values, 0, result, slots.alignments(metric), truths.size());
            if (metric == Metric.SPEARMAN) {
                biases(values, result);
            }
        }
        result[slots.consistency()] = selfConsistency;
        double factor = attenuation == null ? 1 : attenuation.spearman();
        for (int d = 0; d < distinct.size(); d++) {
            result[slots.distinct(d)] = distinct.get(d).of(under, factor);
        }
        if (attenuation != null) {
            correct(result, attenuation);
        }
        double reliable = selfConsistency / options.reliability().orElse(1);
        double root = reliable >= LEAST_CONSISTENCY ? Math.sqrt(reliable) : Double.NaN;
        for (int p = 0; p < truths.size(); p++) {
            result[slots.noiseCorrected(p)] = result[slots.alignment(Metric.SPEARMAN, p)] / root;
        }
        return result;
    }

    private void biases(double[] spearman, double[] result) {
        int place = truths.size();
        for (int b = 0; b < biases.size(); b++) {
            result[slots.bias(b)] = biases.get(b).of(spearman, place);
            place += biases.get(b).truths().size();
        }
    }

    /** Divides the statistics that the judge's scatter has lowered; distances and self-consistency are left as they are. */
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

    private Measurement alignment(Metric metric, Truth truth, SampleErrors.One one) {
        int units = truth.scoredTopics(table);
        long n = truth.scoredResponses(table);
        boolean enough = units >= Estimate.LEAST_TOPICS && n > 2;
        List<Note> note = new ArrayList<>(notes.alignment(truth, units, n, one.judged()));
        SampleErrors.Found found = one.pivots(enough, units, 1);
        if (enough && metric.ofTopicMeans()) {
            found = found.without(new Note.NotAtTheseTopics(metric.label()));
        }
        note.addAll(found.lacks());
        Measurement row = rows.row(
                Statistic.ALIGNMENT,
                truth.population,
                metric.label(),
                metric.unit(),
                found.pivots(),
                n,
                units,
                judge(note, one, corrected && metric.correlation()));
        return enough ? row.beside(people.alignment(metric, truth.population)) : row;
    }

    private Measurement distinct(DistinctTerms terms, SampleErrors.One one) {
        Truth own = terms.own();
        int units = own.scoredTopics(table);
        long n = own.scoredResponses(table);
        boolean enough = units >= Estimate.LEAST_TOPICS && n > 2;
        SampleErrors.Found found = one.pivots(enough, units, 1);
        List<Note> note = new ArrayList<>(notes.distinct(terms, units, n, one.judged(), table.weights()));
        note.addAll(found.lacks());
        Measurement row = rows.row(
                Statistic.DISTINCT,
                own.population,
                Metric.MIRRORED.label(),
                Metric.MIRRORED.unit(),
                found.pivots(),
                n,
                units,
                judge(note, one, corrected));
        return enough ? row.beside(people.distinct(own.population)) : row;
    }

    private Measurement noiseCorrected(Truth truth, SampleErrors.One one, SampleErrors.One self) {
        int units = truth.scoredTopics(table);
        boolean enough = units >= Estimate.LEAST_TOPICS && consistency.topics() >= Estimate.LEAST_TOPICS;
        SampleErrors.Found found = one.pivots(enough, units, 1);
        double reliable = self.estimate() / options.reliability().orElse(1);
        List<Note> note = new ArrayList<>(
                enough && reliable < LEAST_CONSISTENCY
                        ? List.of(new Note.LowConsistency(reliable, LEAST_CONSISTENCY))
                        : notes.alignment(truth, units, truth.scoredResponses(table), one.estimate()));
        note.addAll(found.lacks());
        return rows.row(
                Statistic.NOISE_CORRECTED,
                truth.population,
                Metric.SPEARMAN.label(),
                Metric.SPEARMAN.unit(),
                found.pivots(),
                truth.scoredResponses(table),
                units,
                note);
    }

    private List<Note> judge(List<Note> note, SampleErrors.One one, boolean takenOut) {
        return options.judgeErrors().isEmpty() || Double.isNaN(one.judged())
                ? note
                : notes.judge(note, one.judged(), takenOut, Double.isNaN(one.estimate()));
    }

    private Measurement consistency(SampleErrors.One one) {
        int units = consistency.topics();
        SampleErrors.Found found = one.pivots(
                units >= Estimate.LEAST_TOPICS, units, options.reliability().orElse(1));
        List<Note> note = new ArrayList<>(
                notes.consistency(units, one.estimate(), options.reliability().isPresent()));
        note.addAll(found.lacks());
        return rows.row(
                Statistic.CONSISTENCY,
                null,
                Metric.SPEARMAN.label(),
                Metric.SPEARMAN.unit(),
                found.pivots(),
                sample.counts().total(),
                units,
                note);
    }

    private Measurement bias(BiasTerms bias, SampleErrors.One one) {
        int units = bias.topics();
        SampleErrors.Found found = one.pivots(bias.possible() && units >= Estimate.LEAST_TOPICS, units, 1);
        List<Note> note = new ArrayList<>(notes.bias(bias, units, one.estimate()));
        note.addAll(found.lacks());
        Measurement row = rows.row(
                Statistic.BIAS,
                bias.reference(),
                "difference",
                "rho",
                found.pivots(),
                bias.responses(),
                units,
                judge(note, one, corrected));
        return people.bias(sample.language())
                .filter(points -> bias.isTowardsReference() && units >= Estimate.LEAST_TOPICS)
                .map(row::beside)
                .orElse(row);
    }
}
