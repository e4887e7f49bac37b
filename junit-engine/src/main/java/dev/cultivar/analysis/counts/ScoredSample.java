package dev.cultivar.analysis.counts;

import dev.cultivar.api.Outcome;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.PlantedModels;
import dev.cultivar.settings.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything one model answered in one language.
 *
 * @param model name of the model
 * @param family the model's family
 * @param language ISO 639-1 code
 * @param topics topics that were asked about
 * @param planned responses planned
 * @param outcomes responses by outcome; they sum to {@code planned}
 * @param counts the scored responses
 * @param stances how the judge labelled them
 */
public record ScoredSample(
        String model,
        String family,
        String language,
        SortedSet<String> topics,
        long planned,
        Map<Outcome, Integer> outcomes,
        PolarityCounts counts,
        StanceCounts stances) {

    public static final String REFERENCE_FAMILY = PlantedModels.FAMILY;

    /** A sample of which only the polarities are known. */
    public ScoredSample(
            String model,
            String family,
            String language,
            SortedSet<String> topics,
            long planned,
            Map<Outcome, Integer> outcomes,
            PolarityCounts counts) {
        this(model, family, language, topics, planned, outcomes, counts, StanceCounts.UNKNOWN);
    }

    public ScoredSample {
        topics = Collections.unmodifiableSortedSet(new TreeSet<>(topics));
        outcomes = Map.copyOf(outcomes);
    }

    /** Whether its model belongs to family {@code planted}, which is the reference level of Eq. 4 and has no coefficients. */
    public boolean isReferenceLevel() {
        return family.equals(REFERENCE_FAMILY);
    }

    /** One sample for each model and language of the run, in the order of the run's plan, even where nothing was scored. */
    public static List<ScoredSample> of(RunRecord run) {
        Map<SampleKey, List<CellRecord>> cells = new LinkedHashMap<>();
        for (ModelSettings model : run.plan().settings().models().value()) {
            for (String language : run.plan().settings().value(Settings.LANGUAGES)) {
                cells.put(new SampleKey(model.name(), language), new ArrayList<>());
            }
        }
        run.cells().forEach(cell -> cells.computeIfAbsent(cell.key().sample(), key -> new ArrayList<>())
                .add(cell));
        Map<String, String> families = new LinkedHashMap<>();
        run.plan().settings().models().value().forEach(model -> families.put(model.name(), model.family()));
        List<ScoredSample> samples = new ArrayList<>();
        cells.forEach((key, of) -> samples.add(new ScoredSample(
                key.model(),
                families.getOrDefault(key.model(), key.model()),
                key.language(),
                topics(of),
                of.stream().mapToLong(CellRecord::planned).sum(),
                outcomes(of),
                PolarityCounts.of(scored(run, key)
                        .map(response -> new ScoredResponse(
                                key.model(),
                                families.getOrDefault(key.model(), key.model()),
                                key.language(),
                                response.cell().topic(),
                                response.polarity()))),
                StanceCounts.of(scored(run, key).map(ResponseRecord::stances)))));
        return List.copyOf(samples);
    }

    /**
     * One sample for each model and language in plain scores, in order of appearance. Nothing is known to have been planned beyond what
     * was scored.
     */
    public static List<ScoredSample> of(List<ScoredResponse> responses) {
        Map<List<String>, List<ScoredResponse>> groups = new LinkedHashMap<>();
        responses.forEach(response -> groups.computeIfAbsent(
                        List.of(response.model(), response.language()), key -> new ArrayList<>())
                .add(response));
        List<ScoredSample> samples = new ArrayList<>();
        groups.forEach((key, of) -> {
            TreeSet<String> topics = new TreeSet<>();
            of.forEach(response -> topics.add(response.topic()));
            samples.add(new ScoredSample(
                    key.get(0),
                    of.get(0).family(),
                    key.get(1),
                    topics,
                    of.size(),
                    Map.of(Outcome.SCORED, of.size()),
                    PolarityCounts.of(of.stream())));
        });
        return List.copyOf(samples);
    }

    private static Stream<ResponseRecord> scored(RunRecord run, SampleKey sample) {
        return run.responses(sample).filter(response -> response.outcome() == Outcome.SCORED);
    }

    private static SortedSet<String> topics(List<CellRecord> cells) {
        TreeSet<String> topics = new TreeSet<>();
        cells.forEach(cell -> topics.add(cell.key().topic()));
        return topics;
    }

    private static Map<Outcome, Integer> outcomes(List<CellRecord> cells) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        cells.forEach(
                cell -> cell.outcomes().forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum)));
        return outcomes;
    }
}
