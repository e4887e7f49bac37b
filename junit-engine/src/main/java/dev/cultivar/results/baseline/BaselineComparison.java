package dev.cultivar.results.baseline;

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
import dev.cultivar.results.baseline.AgainstBaseline.Category;
import dev.cultivar.results.baseline.AgainstBaseline.Change;
import dev.cultivar.results.baseline.AgainstBaseline.Drift;
import dev.cultivar.run.response.RunRecord;
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
import org.jspecify.annotations.Nullable;

/** Compares a run with its baselines. */
public final class BaselineComparison {

    private static final int MOST_UNCERTAIN = 3;

    private final RunRecord run;
    private final BaselineRun now;
    private final BaselineFiles files;
    private final Map<GateLeaf, GateResult> verdicts;

    private BaselineComparison(
            RunRecord run, BaselineRun now, BaselineFiles files, Map<GateLeaf, GateResult> verdicts) {
        this.run = run;
        this.now = now;
        this.files = files;
        this.verdicts = verdicts;
    }

    /**
     * Compares a whole run with every baseline that its regression gates name, or with {@value AgainstBaseline#DEFAULT} if it exists.
     *
     * @param now the run in the form in which it would be saved
     */
    public static List<AgainstBaseline> of(
            RunRecord run, BaselineRun now, BaselineFiles files, Map<GateLeaf, GateResult> verdicts) {
        return new BaselineComparison(run, now, files, verdicts).all();
    }

    private List<AgainstBaseline> all() {
        Set<String> paths = new LinkedHashSet<>();
        verdicts.keySet().forEach(leaf -> leaf.gate().baseline().ifPresent(paths::add));
        boolean named = !paths.isEmpty();
        if (!named) {
            paths.add(AgainstBaseline.DEFAULT);
        }
        return paths.stream().map(path -> one(path, named)).toList();
    }

    /** @param named whether a gate names the baseline */
    private AgainstBaseline one(String path, boolean named) {
        try {
            Optional<BaselineRun> before = files.read(path)
                    .filter(read -> named || read.suite().equals(run.plan().suite()));
            if (before.isEmpty()) {
                return named ? none(path, new BaselineObstacle.Missing(path)) : none("", unnamed());
            }
            return of(
                    path,
                    RunComparison.of(
                            before.get(),
                            now.comparedWith(GatedModels.of(verdicts.keySet(), path::equals)),
                            run.plan().populations(),
                            run.plan().settings().value(Settings.CONFIDENCE)));
        } catch (BaselineException e) {
            return none(path, new BaselineObstacle.Unreadable(String.valueOf(e.getMessage())));
        } catch (IncomparableException e) {
            return none(path, new BaselineObstacle.NotComparable(e.why()));
        }
    }

    private BaselineObstacle unnamed() {
        List<String> saved = files.ofSuite(AgainstBaseline.FOLDER, run.plan().suite());
        return saved.isEmpty()
                ? new BaselineObstacle.NoneYet(
                        AgainstBaseline.DEFAULT,
                        verdicts.values().stream()
                                .filter(verdict -> verdict.verdict() != Verdict.PASS)
                                .count())
                : new BaselineObstacle.Unnamed(saved);
    }

    private AgainstBaseline none(String path, BaselineObstacle obstacle) {
        return new AgainstBaseline(run.plan().suite(), path, obstacle, null, null, List.of(), List.of(), List.of());
    }

    private AgainstBaseline of(String path, RunComparison comparison) {
        List<Change> changes = new ArrayList<>();
        List<Drift> drifts = new ArrayList<>();
        List<Category> categories = new ArrayList<>();
        for (RunComparison.Part part : comparison.parts()) {
            part.changes().forEach(change -> changes.add(change(part, change, verdict(path, part, change))));
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
                    .forEach(drift -> drifts.add(drift(part, drift, comparison.certain(drift))));
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

    private @Nullable GateResult verdict(String path, RunComparison.Part part, RunComparison.Change change) {
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

    private Drift drift(RunComparison.Part part, TopicDrift drift, boolean certain) {
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
