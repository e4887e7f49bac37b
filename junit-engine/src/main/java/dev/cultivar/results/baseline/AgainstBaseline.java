package dev.cultivar.results.baseline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Regression;
import dev.cultivar.history.BaselineException;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.IncomparableException;
import dev.cultivar.history.RunComparison;
import dev.cultivar.history.TopicDrift;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.stats.Interval;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Decimals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    private static final String FOLDER = "baselines";

    /** The baseline compared with if no gate names another. */
    public static final String DEFAULT = FOLDER + "/baseline.json";

    private static final int MOST_UNCERTAIN = 3;

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

    /**
     * Compares a whole run with every baseline that its regression gates name, or with {@value #DEFAULT} if it exists.
     *
     * @param now the run in the form in which it would be saved
     */
    public static List<AgainstBaseline> of(
            RunRecord run, BaselineRun now, BaselineFiles files, Map<GateLeaf, GateResult> verdicts) {
        Set<String> paths = new LinkedHashSet<>();
        verdicts.keySet().forEach(leaf -> leaf.gate().baseline().ifPresent(paths::add));
        boolean named = !paths.isEmpty();
        if (!named) {
            paths.add(DEFAULT);
        }
        return paths.stream()
                .map(path -> one(run, now, files, path, named, verdicts))
                .toList();
    }

    private static AgainstBaseline one(
            RunRecord run,
            BaselineRun now,
            BaselineFiles files,
            String path,
            boolean named,
            Map<GateLeaf, GateResult> verdicts) {
        String suite = run.plan().suite();
        try {
            Optional<BaselineRun> before =
                    files.read(path).filter(read -> named || read.suite().equals(suite));
            if (before.isEmpty()) {
                return named
                        ? none(suite, path, new BaselineObstacle.Missing(path))
                        : none(suite, "", unnamed(suite, files, verdicts));
            }
            RunSettings settings = run.plan().settings();
            RunComparison comparison = RunComparison.of(
                    before.get(),
                    now.comparedWith(GatedModels.of(verdicts.keySet(), path::equals)),
                    run.plan().populations(),
                    settings.value(Settings.CONFIDENCE));
            return of(run, path, comparison, verdicts);
        } catch (BaselineException e) {
            return none(suite, path, new BaselineObstacle.Unreadable(String.valueOf(e.getMessage())));
        } catch (IncomparableException e) {
            return none(suite, path, new BaselineObstacle.NotComparable(e.why()));
        }
    }

    private static BaselineObstacle unnamed(String suite, BaselineFiles files, Map<GateLeaf, GateResult> verdicts) {
        List<String> saved = files.ofSuite(FOLDER, suite);
        return saved.isEmpty()
                ? new BaselineObstacle.NoneYet(
                        DEFAULT,
                        verdicts.values().stream()
                                .filter(verdict -> verdict.verdict() != Verdict.PASS)
                                .count())
                : new BaselineObstacle.Unnamed(saved);
    }

    private static AgainstBaseline none(String suite, String path, BaselineObstacle obstacle) {
        return new AgainstBaseline(suite, path, obstacle, null, null, List.of(), List.of(), List.of());
    }

    private static AgainstBaseline of(
            RunRecord run, String path, RunComparison comparison, Map<GateLeaf, GateResult> verdicts) {
        List<Change> changes = new ArrayList<>();
        List<Drift> drifts = new ArrayList<>();
        List<Category> categories = new ArrayList<>();
        for (RunComparison.Part part : comparison.parts()) {
            part.changes().forEach(change -> changes.add(change(part, change, verdict(path, part, change, verdicts))));
            part.categories()
                    .forEach(category -> categories.add(new Category(
                            part.model(),
                            part.language(),
                            category.category(),
                            category.topics(),
                            category.before(),
                            category.now(),
                            category.adjusted(),
                            comparison.certain(category))));
            long certain = part.drifts().stream().filter(comparison::certain).count();
            part.drifts().stream()
                    .limit(certain + MOST_UNCERTAIN)
                    .forEach(drift -> drifts.add(drift(run, part, drift, comparison.certain(drift))));
        }
        verdicts.forEach((leaf, verdict) -> {
            if (isOf(leaf, path) && changes.stream().noneMatch(change -> isOf(leaf, change))) {
                changes.add(change(leaf, verdict));
            }
        });
        return new AgainstBaseline(
                run.plan().suite(),
                path,
                null,
                comparison.confidence(),
                ComparedRuns.of(comparison),
                changes,
                drifts,
                categories);
    }

    private static @Nullable GateResult verdict(
            String path, RunComparison.Part part, RunComparison.Change change, Map<GateLeaf, GateResult> verdicts) {
        return verdicts.entrySet().stream()
                .filter(entry -> isOf(entry.getKey(), path)
                        && part.model().equals(entry.getKey().model())
                        && part.language().equals(entry.getKey().language())
                        && isOn(entry.getKey(), change.statistic().label(), change.population()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(GateLeaf leaf, String path) {
        return leaf.gate() instanceof Regression
                && leaf.gate().baseline().filter(path::equals).isPresent();
    }

    private static boolean isOn(GateLeaf leaf, String statistic, String population) {
        return leaf.gate() instanceof Regression regression
                && regression.changing().label().equals(statistic)
                && population.equals(leaf.population());
    }

    private static boolean isOf(GateLeaf leaf, Change change) {
        return change.model().equals(leaf.model())
                && change.language().equals(leaf.language())
                && isOn(leaf, change.statistic(), change.population());
    }

    /**
     * If there is a gate, uses its own figures, possibly from an earlier look, so that the change never contradicts the gate's verdict.
     */
    private static Change change(RunComparison.Part part, RunComparison.Change change, @Nullable GateResult verdict) {
        if (verdict != null) {
            return change(
                    part.model(),
                    part.language(),
                    change.statistic().label(),
                    change.population(),
                    verdict,
                    change.compared().topics());
        }
        Interval interval = change.interval();
        return new Change(
                part.model(),
                part.language(),
                change.statistic().label(),
                change.population(),
                Decimals.orNull(change.compared().before()),
                Decimals.orNull(change.compared().now()),
                Decimals.orNull(change.difference()),
                interval == null ? null : Double.valueOf(interval.lower()),
                interval == null ? null : Double.valueOf(interval.upper()),
                interval == null ? null : Double.valueOf(change.level()),
                null,
                verdict(interval == null, change.certain()),
                change.compared().topics());
    }

    /** The change that a gate was decided on; its figures are null if it was not decided. */
    private static Change change(
            String model, String language, String statistic, String population, GateResult verdict, int topics) {
        Interval interval = verdict.interval().orElse(null);
        Optional<Note.Change> figures = verdict.notes().stream()
                .filter(Note.Change.class::isInstance)
                .map(Note.Change.class::cast)
                .findFirst();
        return new Change(
                model,
                language,
                statistic,
                population,
                figures.map(both -> Decimals.orNull(both.before())).orElse(null),
                figures.map(both -> Decimals.orNull(both.now())).orElse(null),
                Decimals.orNull(verdict.estimate()),
                interval == null ? null : Decimals.orNull(interval.lower()),
                interval == null ? null : Decimals.orNull(interval.upper()),
                interval == null ? null : Decimals.orNull(interval.confidence()),
                verdict.gate().threshold(),
                verdict.obstacle().isPresent() ? ChangeVerdict.NOT_COMPARED : ChangeVerdict.of(verdict.verdict()),
                topics);
    }

    /** The change for a population that is not a country of the language. */
    private static Change change(GateLeaf leaf, GateResult verdict) {
        return change(
                String.valueOf(leaf.model()),
                leaf.language(),
                ((Regression) leaf.gate()).changing().label(),
                String.valueOf(leaf.population()),
                verdict,
                verdict.topics());
    }

    private static ChangeVerdict verdict(boolean unknown, int certain) {
        if (unknown) {
            return ChangeVerdict.NOT_COMPARED;
        }
        return certain > 0 ? ChangeVerdict.ROSE : certain < 0 ? ChangeVerdict.FELL : ChangeVerdict.NO_CERTAIN_CHANGE;
    }

    private static Drift drift(RunRecord run, RunComparison.Part part, TopicDrift drift, boolean certain) {
        return new Drift(
                part.model(),
                part.language(),
                drift.topic(),
                run.plan().topics().stream()
                        .filter(topic -> topic.key().equals(drift.topic()))
                        .map(Topic::label)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(""),
                drift.before(),
                drift.now(),
                drift.adjusted(),
                certain,
                drift.truth());
    }
}
