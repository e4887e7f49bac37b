package dev.cultivar.analysis;

import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.analysis.regression.RegressionTable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every statistic of a run.
 *
 * @param measurements in the order of models, languages, statistics and populations
 * @param samples samples that they were computed from
 * @param regressions one table for each regression; empty where none was asked for
 * @param problems what the regressions leave out or why they could not be fitted
 */
public record Analysis(
        List<Measurement> measurements,
        List<ScoredSample> samples,
        List<RegressionTable> regressions,
        List<Note> problems) {

    public Analysis {
        measurements = List.copyOf(measurements);
        samples = List.copyOf(samples);
        regressions = List.copyOf(regressions);
        problems = List.copyOf(problems);
    }

    /** This analysis with further measurements at the end. */
    Analysis and(List<Measurement> further) {
        return new Analysis(
                Stream.concat(measurements.stream(), further.stream()).toList(), samples, regressions, problems);
    }

    /** The rows of the results. */
    public List<Estimate> estimates() {
        return measurements.stream().map(Measurement::estimate).toList();
    }

    /**
     * One statistic.
     *
     * @param population null for statistics without one
     * @param metric label of the metric
     */
    public Optional<Measurement> find(
            Statistic statistic, String model, String language, @Nullable String population, String metric) {
        return measurements.stream()
                .filter(m -> m.estimate().statistic() == statistic
                        && model.equals(m.estimate().model())
                        && language.equals(m.estimate().language())
                        && Objects.equals(population, m.estimate().population())
                        && metric.equals(m.estimate().metric()))
                .findFirst();
    }

    /** The capability coefficient of a family in a language. */
    public Optional<Measurement> capability(String family, String language) {
        return measurements.stream()
                .filter(m -> m.estimate().statistic() == Statistic.CAPABILITY
                        && family.equals(m.estimate().family())
                        && language.equals(m.estimate().language()))
                .findFirst();
    }

    /** What one model answered in one language. */
    public Optional<ScoredSample> sample(String model, String language) {
        return samples.stream()
                .filter(sample ->
                        sample.model().equals(model) && sample.language().equals(language))
                .findFirst();
    }
}
