package dev.cultivar.analysis.regression;

import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Replicates;
import dev.cultivar.analysis.estimate.Scale;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.settings.Method;
import dev.cultivar.stats.regression.Coefficients;
import dev.cultivar.stats.regression.LeastSquares;
import dev.cultivar.stats.regression.LinearMixedModel;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The regressions of Eq. 3 and 4. {@code published}: one fit on all rounds, as if each were an observation. {@code robust}: one fit on
 * the estimates and another in every round of topics, whose spread is the standard error; Student's degrees of freedom are the number of
 * topics less one.
 */
public final class Regressions {

    private final List<SampleRounds> samples;
    private final Map<String, Map<String, Double>> capability;
    private final PopulationTable populations;
    private final AnalysisOptions options;
    private final List<Note> problems;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<RegressionTable> tables = new ArrayList<>();

    private Regressions(
            List<SampleRounds> samples,
            Map<String, Map<String, Double>> capability,
            PopulationTable populations,
            AnalysisOptions options,
            List<Note> problems) {
        this.samples = samples;
        this.capability = capability;
        this.populations = populations;
        this.options = options;
        this.problems = problems;
    }

    /**
     * Fits what can be fitted.
     *
     * @param capability by model, then language
     * @param problems takes a line for each sample, language or regression that cannot be used
     */
    public static Regressions fit(
            List<SampleRounds> samples,
            Map<String, Map<String, Double>> capability,
            PopulationTable populations,
            AnalysisOptions options,
            List<Note> problems) {
        Regressions regressions = new Regressions(samples, capability, populations, options, problems);
        regressions.fitCapability();
        for (String reference : options.references()) {
            populations.find(reference).ifPresent(regressions::fitBias);
        }
        return regressions;
    }

    public List<Measurement> measurements() {
        return measurements;
    }

    public List<RegressionTable> tables() {
        return tables;
    }

    private boolean published() {
        return options.method() == Method.PUBLISHED;
    }

    private int[] observations() {
        return published() ? IntStream.range(0, options.rounds()).toArray() : new int[] {SampleRounds.ESTIMATE};
    }

    private void fitCapability() {
        CapabilityModel model = new CapabilityModel(samples, capability, populations, problems);
        RegressionTable.Equation equation = new RegressionTable.CapabilityEquation();
        if (model.empty()) {
            tables.add(new RegressionTable.NothingToFit(equation));
            return;
        }
        LinearMixedModel fit;
        try {
            fit = model.estimate(observations());
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            problems.add(new Note.CapabilityNotFitted(why));
            tables.add(new RegressionTable.Unfit(equation, why));
            return;
        }
        model.fewRows().ifPresent(problems::add);
        double @Nullable [][] replicates = published()
                ? null
                : replicates(
                        round -> model.fit(round).table().coefficients(),
                        fit.table().size());
        RegressionTable.MixedFit mixed = new RegressionTable.MixedFit(
                fit.groupVariance(),
                fit.residualVariance(),
                fit.remlLogLikelihood(),
                fit.marginalRSquared(),
                fit.conditionalRSquared(),
                fit.boundary());
        tables.add(new RegressionTable.Fitted(
                equation,
                rows(model.columns(), fit.table(), replicates),
                options.confidence(),
                options.method(),
                options.rounds(),
                mixed,
                null));
        for (CapabilityModel.Slope slope : model.slopes()) {
            int column = model.column(slope);
            Pivot pivot = pivot(fit.table(), column, replicates, units());
            measurements.add(Coefficient.row(
                    Statistic.CAPABILITY,
                    null,
                    slope.family(),
                    slope.language(),
                    populations.find(slope.language()).orElse(null),
                    fit.table().coefficients()[column],
                    pivot,
                    mixed.fault(),
                    model.responses(slope),
                    units(),
                    options));
        }
    }

    private List<RegressionTable.Row> rows(List<String> columns, Coefficients fit, double @Nullable [][] replicates) {
        return IntStream.range(0, columns.size())
                .mapToObj(j -> new RegressionTable.Row(
                        columns.get(j),
                        fit.coefficients()[j],
                        pivot(fit, j, replicates, units()),
                        new RegressionTable.SingleFit(fit.standardErrors()[j], fit.degreesOfFreedom()[j])))
                .toList();
    }

    private void fitBias(PopulationKey reference) {
        BiasModel model = new BiasModel(reference.name(), samples, populations, problems);
        RegressionTable.Equation equation = new RegressionTable.BiasEquation(reference);
        if (model.models().isEmpty()) {
            tables.add(new RegressionTable.NothingToFit(equation));
            return;
        }
        @Nullable LeastSquares fit = null;
        try {
            fit = published() ? model.fit(observations()) : null;
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            problems.add(new Note.BiasNotFitted(why));
            tables.add(new RegressionTable.Unfit(equation, why));
            return;
        }
        List<RegressionTable.Row> rows = new ArrayList<>();
        for (SampleRounds sample : model.models()) {
            double value = model.coefficient(sample, SampleRounds.ESTIMATE);
            @Nullable Pivot pivot;
            int topics = (int) topicsWithTruth(sample.sample(), reference).count();
            if (fit == null) {
                double[] rounds = IntStream.range(0, options.rounds())
                        .mapToDouble(round -> model.coefficient(sample, round))
                        .toArray();
                pivot = Replicates.pivot(value, rounds, topics, Scale.LINE, 1);
            } else {
                value = fit.table().coefficients()[model.column(sample)];
                pivot = pivot(fit.table(), model.column(sample), null, topics);
            }
            rows.add(new RegressionTable.Row(
                    "us:model=" + sample.sample().model() + ":language="
                            + sample.sample().language(),
                    value,
                    pivot,
                    null));
            measurements.add(Coefficient.row(
                    Statistic.BIAS,
                    sample.sample().model(),
                    sample.sample().family(),
                    sample.sample().language(),
                    reference,
                    value,
                    pivot,
                    Optional.empty(),
                    responsesWithTruth(sample.sample(), reference),
                    topics,
                    options));
        }
        tables.add(new RegressionTable.Fitted(
                equation,
                rows,
                options.confidence(),
                options.method(),
                options.rounds(),
                null,
                fit == null ? null : fit.rSquared()));
    }

    private static @Nullable Pivot pivot(Coefficients table, int column, double @Nullable [][] replicates, int units) {
        double value = table.coefficients()[column];
        if (replicates != null) {
            return Replicates.pivot(value, replicates[column], units, Scale.LINE, 1);
        }
        double error = table.standardErrors()[column];
        double df = table.degreesOfFreedom()[column];
        return df > 0 && !Double.isNaN(error) ? Pivot.line(value, error, df) : null;
    }

    private double[][] replicates(IntFunction<double[]> fit, int columns) {
        double[][] rows = IntStream.range(0, options.rounds())
                .parallel()
                .mapToObj(round -> {
                    try {
                        return fit.apply(round);
                    } catch (IllegalArgumentException e) {
                        double[] undefined = new double[columns];
                        Arrays.fill(undefined, Double.NaN); // counted as undefined by the pivot
                        return undefined;
                    }
                })
                .toArray(double[][]::new);
        double[][] replicates = new double[columns][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int j = 0; j < columns; j++) {
                replicates[j][r] = rows[r][j];
            }
        }
        return replicates;
    }

    /** Topics that the regression over languages rests on: those that any sample answered. */
    private int units() {
        return (int) samples.stream()
                .flatMap(rounds -> rounds.sample().counts().byTopic().keySet().stream())
                .distinct()
                .filter(topic ->
                        populations.polarity(PopulationKey.GLOBAL, topic).isPresent()
                                || populations.populations().stream()
                                        .anyMatch(key ->
                                                populations.polarity(key, topic).isPresent()))
                .count();
    }

    private long responsesWithTruth(ScoredSample sample, PopulationKey population) {
        return topicsWithTruth(sample, population)
                .mapToLong(sample.counts()::total)
                .sum();
    }

    private Stream<String> topicsWithTruth(ScoredSample sample, PopulationKey population) {
        return sample.counts().byTopic().keySet().stream()
                .filter(topic -> populations.polarity(population, topic).isPresent());
    }
}
