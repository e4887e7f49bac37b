package dev.cultivar.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.PromptAnswers;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Statistic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An earlier run, committed beside a suite so that later runs can be compared with it. A ratchet may have taken its samples from several
 * runs.
 *
 * @param schema version of the format, {@link #SCHEMA}
 * @param suite class name of the suite
 * @param judge who labelled all of its statements
 * @param runs the runs that the samples come from; at least one
 * @param statistics alignment, distinct alignment, consistency, bias and coverage
 * @param samples what each model answered in each language
 */
public record BaselineRun(
        String schema, String suite, Judge judge, List<Origin> runs, List<Figure> statistics, List<Sample> samples) {

    public static final String SCHEMA = "cultivar-baseline/4";

    /** A version without prompts; it is read, and compared without pairing. */
    static final String UNPAIRED = "cultivar-baseline/3";

    public BaselineRun {
        Objects.requireNonNull(suite, "suite");
        Objects.requireNonNull(judge, "judge");
        runs = List.copyOf(runs);
        statistics = List.copyOf(statistics);
        samples = List.copyOf(samples);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("it names no run");
        }
        for (Sample sample : samples) {
            Objects.checkIndex(sample.run(), runs.size());
        }
    }

    /**
     * Who labelled the statements.
     *
     * @param model name of the judge's model
     * @param prompt digest of everything that a judge is told besides topic and statements
     * @param reliability share by which self-consistency was divided, or null
     * @param calibration path of the calibration, or empty
     */
    public record Judge(
            String model, String prompt, @Nullable Double reliability, String calibration) {

        public Judge {
            Objects.requireNonNull(model, "judge.model");
            Objects.requireNonNull(prompt, "judge.prompt");
            Objects.requireNonNull(calibration, "judge.calibration");
        }
    }

    /**
     * A run that samples come from.
     *
     * @param created date and time, ISO 8601, UTC
     * @param seed of the run
     * @param responses planned per model and language
     * @param populations SHA-256 of the population table
     * @param provenance what it ran on
     * @param prompts digest of all prompts that a topic can be asked with, by language and topic
     * @param categories keys of topics by the catalogue's category; null in an older file
     * @param comparedWith for models that have another name in a baseline, the model that they are compared with there; null where there
     *     are none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Origin(
            String created,
            long seed,
            int responses,
            String populations,
            Provenance provenance,
            SortedMap<String, SortedMap<String, String>> prompts,
            @Nullable SortedMap<String, List<String>> categories,
            @Nullable SortedMap<String, String> comparedWith) {

        public Origin {
            Objects.requireNonNull(created, "runs.created");
            Objects.requireNonNull(populations, "runs.populations");
            Objects.requireNonNull(provenance, "runs.provenance");
            Objects.requireNonNull(prompts, "runs.prompts");
        }

        private Origin comparedWithAlso(SortedMap<String, String> names) {
            SortedMap<String, String> all = new TreeMap<>(comparedWith == null ? Map.of() : comparedWith);
            all.putAll(names);
            return new Origin(created, seed, responses, populations, provenance, prompts, categories, all);
        }

        /** The name that baselines have for a model of this run. */
        String earlierName(String model) {
            return comparedWith == null ? model : comparedWith.getOrDefault(model, model);
        }
    }

    /**
     * The circumstances of a run.
     *
     * @param cultivar version of Cultivar
     * @param commit the one checked out, or null
     * @param dirty whether files had been changed since that commit; null for unknown
     * @param settings effective values of the settings that decide the answers, by key
     * @param gates the gates that the run was held to; null in a file that does not say
     * @param backends who answered, by model; null in a file that does not say
     */
    public record Provenance(
            String cultivar,
            @Nullable String commit,
            @Nullable Boolean dirty,
            SortedMap<String, String> settings,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Threshold> gates,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SortedMap<String, Backend> backends) {

        public Provenance {
            Objects.requireNonNull(cultivar, "provenance.cultivar");
            Objects.requireNonNull(settings, "provenance.settings");
            gates = gates == null ? null : List.copyOf(gates);
        }
    }

    /**
     * Who answered under a model's name.
     *
     * @param asked the name that was requested from the endpoint
     * @param named what the endpoint called itself, sorted; empty where it said nothing
     */
    public record Backend(String asked, List<String> named) {

        public Backend {
            Objects.requireNonNull(asked, "provenance.backends.asked");
            named = List.copyOf(named);
        }
    }

    /**
     * A gate and its bound.
     *
     * @param bound for example {@code >= 0.4}, or {@link #PLANNED}
     */
    public record Threshold(GateKey gate, String bound) {

        /** Stands for a margin that nobody set: it comes from plan and baseline, and differs from run to run. */
        public static final String PLANNED = "planned";

        public Threshold {
            Objects.requireNonNull(gate, "provenance.gates.gate");
            Objects.requireNonNull(bound, "provenance.gates.bound");
        }
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

        /** Whether it is this statistic. */
        public boolean isOf(Statistic kind) {
            return statistic.equals(kind.label());
        }

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
     * What one model answered in one language: by prompt or, in an older file, by polarity alone.
     *
     * @param run index of its run in {@link BaselineRun#runs}, from 0
     * @param planned responses planned
     * @param answers polarity by planned prompt, as {@code template/wording} or {@code template/wording/turn}, by topic; null in an older
     *     file
     * @param counts responses by polarity, by topic; null where there are {@code answers}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sample(
            String model,
            String language,
            int run,
            long planned,
            @Nullable Map<String, SortedMap<String, Double>> answers,
            @Nullable SortedMap<String, SortedMap<Double, Integer>> counts) {

        public Sample {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(language, "language");
            if ((answers == null) == (counts == null)) {
                throw new IllegalArgumentException(model + " in " + language + " needs answers or counts");
            }
        }

        /** The same sample, as part of another of the file's runs. */
        public Sample ofRun(int other) {
            return new Sample(model, language, other, planned, answers, counts);
        }

        /** Polarity by prompt; empty where only counts were kept. */
        @JsonIgnore
        public Optional<PromptAnswers> promptAnswers() {
            if (answers == null) {
                return Optional.empty();
            }
            TreeMap<String, SortedMap<PromptAnswers.Place, Double>> places = new TreeMap<>();
            answers.forEach((topic, given) -> {
                TreeMap<PromptAnswers.Place, Double> row = new TreeMap<>();
                given.forEach((place, polarity) -> row.put(PlaceText.read(place), polarity));
                places.put(topic, row);
            });
            return Optional.of(new PromptAnswers(places));
        }

        /** The scored responses. */
        @JsonIgnore
        public PolarityCounts polarityCounts() {
            return promptAnswers()
                    .map(PromptAnswers::counts)
                    .orElseGet(() -> new PolarityCounts(Objects.requireNonNull(counts, "counts")));
        }

        /** Keys of the topics with a response. */
        @JsonIgnore
        public SortedSet<String> topics() {
            return new TreeSet<>(
                    answers == null ? Objects.requireNonNull(counts, "counts").keySet() : answers.keySet());
        }
    }

    /**
     * The same run, with other names for some of its models in the baseline at hand.
     *
     * @param names names of the baseline's models, by this run's names
     */
    public BaselineRun comparedWith(SortedMap<String, String> names) {
        return new BaselineRun(
                schema,
                suite,
                judge,
                runs.stream().map(run -> run.comparedWithAlso(names)).toList(),
                statistics,
                samples);
    }

    /** The run that a sample comes from. */
    public Origin origin(Sample sample) {
        return runs.get(sample.run());
    }

    /** The name that baselines have for a sample's model. */
    public String earlierName(Sample sample) {
        return origin(sample).earlierName(sample.model());
    }

    /** What a model answered in a language. */
    public Optional<Sample> sample(String model, String language) {
        return samples.stream()
                .filter(sample ->
                        sample.model().equals(model) && sample.language().equals(language))
                .findFirst();
    }
}
