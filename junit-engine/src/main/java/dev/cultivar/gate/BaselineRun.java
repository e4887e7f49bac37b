package dev.cultivar.gate;

import dev.cultivar.analysis.Estimate;
import dev.cultivar.analysis.PolarityCounts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An earlier run, as it is committed beside a suite and compared with.
 *
 * @param schema version of the format, {@link #SCHEMA}
 * @param suite class name of the suite
 * @param created date and time, ISO 8601, UTC
 * @param seed of the run
 * @param responses planned per model and language
 * @param judge name of the judge's model
 * @param populations SHA-256 of the population table
 * @param prompts digest of all prompts that a topic can be asked with, by language and topic
 * @param statistics alignment, consistency, bias and coverage, for people to read
 * @param samples what each model answered in each language
 */
public record BaselineRun(
        String schema,
        String suite,
        String created,
        long seed,
        int responses,
        String judge,
        String populations,
        SortedMap<String, SortedMap<String, String>> prompts,
        List<Figure> statistics,
        List<Sample> samples) {

    public static final String SCHEMA = "cultivar-baseline/2";

    public BaselineRun {
        Objects.requireNonNull(suite, "suite");
        Objects.requireNonNull(judge, "judge");
        Objects.requireNonNull(populations, "populations");
        Objects.requireNonNull(prompts, "prompts");
        statistics = List.copyOf(statistics);
        samples = List.copyOf(samples);
    }

    /** One statistic; value and bounds are null where there are none. */
    public record Figure(
            String statistic,
            String model,
            String language,
            @Nullable String population,
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper,
            long n,
            int topics) {

        static Figure of(Estimate estimate) {
            return new Figure(
                    estimate.statistic().label(),
                    String.valueOf(estimate.model()),
                    String.valueOf(estimate.language()),
                    estimate.population(),
                    finite(estimate.value()),
                    finite(estimate.lower()),
                    finite(estimate.upper()),
                    estimate.n(),
                    estimate.topics());
        }

        private static @Nullable Double finite(double value) {
            return Double.isFinite(value) ? value : null;
        }
    }

    /**
     * What one model answered in one language.
     *
     * @param planned responses planned
     * @param counts responses by polarity, by topic
     */
    public record Sample(
            String model, String language, long planned, SortedMap<String, SortedMap<Double, Integer>> counts) {

        public Sample {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(language, "language");
            Objects.requireNonNull(counts, "counts");
        }

        /** The scored responses. */
        public PolarityCounts polarityCounts() {
            return new PolarityCounts(counts);
        }
    }

    /** What a model answered in a language. */
    public Optional<Sample> sample(String model, String language) {
        return samples.stream()
                .filter(sample ->
                        sample.model().equals(model) && sample.language().equals(language))
                .findFirst();
    }
}
