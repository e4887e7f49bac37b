package dev.cultivar.analysis;

import dev.cultivar.analysis.alignment.Alignments;
import dev.cultivar.analysis.alignment.PerfectRespondents;
import dev.cultivar.analysis.alignment.SelfConsistency;
import dev.cultivar.analysis.alignment.Truth;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Pivots;
import dev.cultivar.analysis.estimate.Replicates;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.analysis.regression.SampleRounds;
import dev.cultivar.stats.Bootstrap;
import dev.cultivar.stats.BootstrapResult;
import dev.cultivar.stats.CountBootstrap;
import dev.cultivar.stats.Seeds;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.PopulationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * One sample as the paper's release treats it. Each response is joined with every population of a level (countries, languages, everyone),
 * so it becomes as many rows. Rows are resampled; alignment with a population is taken over that population's rows, and self-consistency
 * over all pairs of different rows at the language level. Estimates are means over the rounds.
 */
final class PublishedSample {

    private final ScoredSample sample;
    private final AnalysisOptions options;
    private final PopulationTable populations;
    private final CountTable table;
    private final List<Level> levels = new ArrayList<>();
    private final List<Truth> truths = new ArrayList<>();
    private final SelfConsistency consistency;
    private final PerfectRespondents people;

    private static final class Level {
        private final CountBootstrap rows;
        private final List<Alignments> alignments;
        private final PopulationType type;

        Level(PopulationType type, CountBootstrap rows, List<Alignments> alignments) {
            this.type = type;
            this.rows = rows;
            this.alignments = alignments;
        }
    }

    PublishedSample(
            ScoredSample sample,
            List<String> topics,
            Collection<PopulationKey> keys,
            PopulationTable populations,
            Function<long[], PerfectRespondents> people,
            AnalysisOptions options) {
        this.sample = sample;
        this.populations = populations;
        this.options = options;
        table = CountTable.of(sample.counts(), topics);
        consistency = new SelfConsistency(table);
        this.people = people.apply(table.responses);
        for (PopulationType type : PopulationType.values()) {
            List<Truth> ofType = (type == PopulationType.LANGUAGE ? populations.populations() : keys)
                    .stream()
                            .filter(key -> key.type() == type)
                            .map(key -> Truth.of(key, populations, topics))
                            .toList();
            if (!ofType.isEmpty()) {
                levels.add(new Level(
                        type,
                        joined(ofType),
                        ofType.stream()
                                .map(truth -> new Alignments(table, Metric.SPEARMAN, List.of(truth)))
                                .toList()));
                truths.addAll(ofType);
            }
        }
    }

    /** Every entry, once for each population that has truth for its topic. */
    private CountBootstrap joined(List<Truth> ofType) {
        int[] rows = new int[ofType.size() * table.count.length];
        for (int p = 0; p < ofType.size(); p++) {
            for (int e = 0; e < table.count.length; e++) {
                boolean known = !Double.isNaN(ofType.get(p).polarity[table.topic[e]]);
                rows[p * table.count.length + e] = known ? table.count[e] : 0;
            }
        }
        return new CountBootstrap(rows);
    }

    SampleRounds rounds() {
        Seeds seeds =
                new Seeds(options.seed()).split("rows").split(sample.model()).split(sample.language());
        BootstrapResult rounds = Bootstrap.run(options.rounds(), seeds.seed(), this::round);
        Map<String, Double> alignment = new HashMap<>();
        Map<String, double[]> alignmentRounds = new HashMap<>();
        for (int p = 0; p < truths.size(); p++) {
            double[] replicates = rounds.replicates(p);
            alignmentRounds.put(truths.get(p).population.name(), replicates);
            alignment.put(truths.get(p).population.name(), mean(replicates));
        }
        double[] consistencies = rounds.replicates(truths.size());
        return new SampleRounds(sample, alignment, alignmentRounds, mean(consistencies), consistencies);
    }

    private double[] round(UniformRandomProvider rng) {
        double[] result = new double[truths.size() + 1];
        Arrays.fill(result, Double.NaN);
        int at = 0;
        for (Level level : levels) {
            double[] drawn = level.rows.draw(rng);
            double[] all = new double[table.count.length];
            for (int p = 0; p < level.alignments.size(); p++) {
                double[] slice = Arrays.copyOfRange(drawn, p * all.length, (p + 1) * all.length);
                result[at++] = level.alignments.get(p).of(slice)[0];
                for (int e = 0; e < all.length; e++) {
                    all[e] += slice[e];
                }
            }
            if (level.type == PopulationType.LANGUAGE) {
                result[truths.size()] =
                        consistency.ofRows(all) / options.reliability().orElse(1);
            }
        }
        return result;
    }

    static double mean(double[] replicates) {
        return Arrays.stream(replicates)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /** Rows of results; their spread over the rounds comes from resampling rows, not topics. */
    List<Measurement> measurements(SampleRounds rounds, List<String> topics, Collection<PopulationKey> keys) {
        EstimateRows rows = new EstimateRows(sample, options);
        Notes notes = new Notes(sample, topics, populations);
        List<Measurement> all = new ArrayList<>();
        for (Truth truth : truths) {
            if (!keys.contains(truth.population)) {
                continue;
            }
            int units = truth.scoredTopics(table);
            long n = truth.scoredResponses(table);
            String name = truth.population.name();
            double value = rounds.alignment(name, SampleRounds.ESTIMATE);
            boolean enough = units >= Estimate.LEAST_TOPICS && n > 3;
            Pivot pivot = enough ? pivot(value, r -> rounds.alignment(name, r), n, Scale.FISHER) : null;
            List<Note> note = notes.alignment(truth, units, n, value);
            Measurement row = rows.row(
                    Statistic.ALIGNMENT,
                    truth.population,
                    "spearman",
                    "rho",
                    Pivots.ofAllTopics(pivot),
                    n,
                    units,
                    note);
            all.add(enough ? row.beside(people.alignment(Metric.SPEARMAN, truth.population)) : row);
        }
        all.add(consistency(rounds, rows, notes));
        for (String reference : options.references()) {
            truths.stream()
                    .filter(truth -> truth.population.name().equals(reference))
                    .forEach(truth -> all.add(bias(truth, rounds, rows, notes)));
        }
        all.add(rows.coverage());
        return all;
    }

    private Measurement consistency(SampleRounds rounds, EstimateRows rows, Notes notes) {
        double value = rounds.consistency(SampleRounds.ESTIMATE);
        double reliability = options.reliability().orElse(1);
        long n = sample.counts().total();
        int units = consistency.topics();
        Pivot pivot = units >= Estimate.LEAST_TOPICS ? pivot(value, rounds::consistency, n, Scale.LINE) : null;
        List<Note> note = notes.consistency(units, value, reliability != 1);
        return rows.row(Statistic.CONSISTENCY, null, "spearman", "rho", Pivots.ofAllTopics(pivot), n, units, note);
    }

    private Measurement bias(Truth truth, SampleRounds rounds, EstimateRows rows, Notes notes) {
        String reference = truth.population.name();
        List<String> others = populations.local(sample.language()).stream()
                .map(PopulationKey::name)
                .filter(name -> !name.equals(reference))
                .toList();
        IntToDoubleFunction difference = round -> rounds.alignment(reference, round)
                - others.stream()
                        .mapToDouble(name -> rounds.alignment(name, round))
                        .average()
                        .orElse(Double.NaN);
        int units = truth.scoredTopics(table);
        long n = truth.scoredResponses(table);
        double value = difference.applyAsDouble(SampleRounds.ESTIMATE);
        Pivot pivot = units >= Estimate.LEAST_TOPICS ? pivot(value, difference, n, Scale.LINE) : null;
        List<Note> note = others.isEmpty()
                ? List.of(notes.nothingToCompare(truth.population))
                : notes.alignment(truth, units, n, value);
        return rows.row(
                Statistic.BIAS, truth.population, "difference", "rho", Pivots.ofAllTopics(pivot), n, units, note);
    }

    private @Nullable Pivot pivot(double value, IntToDoubleFunction round, long n, Scale scale) {
        double[] replicates = new double[options.rounds()];
        Arrays.setAll(replicates, round);
        return Replicates.pivot(value, replicates, Math.toIntExact(Math.min(n, Integer.MAX_VALUE)), scale, 1);
    }
}
