package dev.cultivar.results.baseline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code baselines[]}: a run compared with one of its baselines. For people, the file also contains the sentences that reports
 * make of the entry, as {@code problem}, {@code said} and {@code direction}, which are never read back.
 *
 * @param baseline path of the baseline; empty if the suite has none
 * @param obstacle why nothing was compared; null if something was
 * @param confidence level at which all changes are decided together; null if nothing was compared
 * @param runs what both ran on and how they differ; null if nothing was compared
 * @param changes changes of alignment, one per model, language and population
 * @param drifts every topic that certainly drifted, and the largest of the others
 * @param categories every tested category of topics, the most certain moves first
 */
@JsonIgnoreProperties({"problem", "said"})
public record AgainstBaseline(
        String suite,
        String baseline,
        @Nullable BaselineObstacle obstacle,
        @Nullable Double confidence,
        @Nullable ComparedRuns runs,
        List<Change> changes,
        List<Drift> drifts,
        List<Category> categories) {

    static final String FOLDER = "baselines";

    /** The baseline compared with if no gate names another. */
    public static final String DEFAULT = FOLDER + "/baseline.json";

    /** Whether reports show the entry. For a suite without a baseline, they do so only if this run could become the baseline. */
    public boolean tells() {
        return !(obstacle instanceof BaselineObstacle.NoneYet none) || none.missedGates() == 0;
    }

    /**
     * A statistic, then and now.
     *
     * @param statistic alignment with the population, or bias towards it
     * @param margin by which a gate lets alignment fall, or bias rise; null without a gate
     * @param confidence level of the interval: the gate's, or that of Holm's method over the changes
     * @param before null if its gate could not be decided
     * @param verdict of the gate, or what is certain without one
     * @param topics number of topics on which both were compared; 0 if none
     */
    public record Change(
            String model,
            String language,
            String statistic,
            String population,
            @Nullable Double before,
            @Nullable Double now,
            @Nullable Double difference,
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double confidence,
            @Nullable Double margin,
            ChangeVerdict verdict,
            int topics) {}

    /**
     * The answers on one topic, then and now.
     *
     * @param certain whether it is more than chance, by Holm's method over the topics of the model and language
     * @param populations the answers of the language's countries
     */
    @JsonIgnoreProperties("direction")
    public record Drift(
            String model,
            String language,
            String topic,
            String label,
            double before,
            double now,
            double adjusted,
            boolean certain,
            SortedMap<String, Double> populations) {}

    /**
     * The answers on a category of topics, then and now.
     *
     * @param before mean polarity over its topics in the baseline
     * @param adjusted p by Holm's method over the categories of the model and language
     * @param certain whether it is more than chance
     */
    public record Category(
            String model,
            String language,
            String category,
            int topics,
            double before,
            double now,
            double adjusted,
            boolean certain) {}

    public AgainstBaseline {
        categories = List.copyOf(categories);
        changes = List.copyOf(changes);
        drifts = List.copyOf(drifts);
    }
}
