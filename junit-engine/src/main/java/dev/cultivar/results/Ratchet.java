package dev.cultivar.results;

import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.history.BaselineException;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.RunComparison;
import dev.cultivar.history.RunComparison.Change;
import dev.cultivar.history.RunComparison.Part;
import dev.cultivar.stats.Interval;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.text.Digits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A baseline that only moves in the good direction. What a model answered in a language takes the place of what the baseline has of it
 * only where it is certainly better aligned with one of the language's countries and lower with none, on all of the baseline's topics,
 * with no less coverage and no certainly worse consistency or bias. A run that is merely no worse does not move it: many small steps
 * within the margin would else lead far down, and the luckiest of many equal runs up.
 *
 * @param result the baseline to be kept from now on
 * @param steps what moved and what did not, one a model and language
 */
public record Ratchet(BaselineRun result, List<Step> steps) {

    /** Coverage that a better run may lack against the baseline's. */
    static final double COVERAGE_SLACK = 0.02;

    /** What became of one model in one language. */
    public enum Kind {
        RAISED,
        ADDED,
        KEPT
    }

    /**
     * One model in one language.
     *
     * @param why figures and reason, a part of a sentence
     */
    public record Step(String model, String language, Kind kind, String why) {}

    public Ratchet {
        steps = List.copyOf(steps);
    }

    /** Whether the result differs from the baseline before. */
    public boolean moved() {
        return count(Kind.KEPT) < steps.size();
    }

    /** How many steps are of a kind. */
    public long count(Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).count();
    }

    /** The first baseline: everything is added. */
    public static Ratchet first(BaselineRun now) {
        return new Ratchet(
                now,
                now.samples().stream()
                        .map(sample -> new Step(sample.model(), sample.language(), Kind.ADDED, "there was no baseline"))
                        .toList());
    }

    /**
     * Moves a baseline where the run is better.
     *
     * @param confidence level at which all rises hold together, in (0,1)
     * @param rounds of the bootstrap, at least 100
     * @throws BaselineException where the two cannot be compared at all: other suite, judge or calibration, nothing in common
     */
    public static Ratchet of(
            BaselineRun before, BaselineRun now, PopulationTable populations, double confidence, int rounds) {
        RunComparison comparison = RunComparison.of(before, now, populations, confidence, rounds);
        if (!before.judge().equals(now.judge())) {
            throw new BaselineException("The judge's calibration differs from the baseline's, so nothing can be told of"
                    + " what rose; save a new baseline without the ratchet.");
        }
        Map<List<String>, Step> steps = new LinkedHashMap<>();
        for (BaselineRun.Sample sample : now.samples()) {
            steps.put(key(sample), step(comparison, sample));
        }
        for (BaselineRun.Sample sample : before.samples()) {
            steps.computeIfAbsent(
                    key(sample),
                    key -> new Step(sample.model(), sample.language(), Kind.KEPT, "the run does not have it"));
        }
        return new Ratchet(merged(before, now, steps), List.copyOf(steps.values()));
    }

    private static List<String> key(BaselineRun.Sample sample) {
        return List.of(sample.model(), sample.language());
    }

    private static Step step(RunComparison comparison, BaselineRun.Sample now) {
        Optional<BaselineRun.Sample> before = comparison.before().sample(now.model(), now.language());
        if (before.isEmpty()) {
            return new Step(now.model(), now.language(), Kind.ADDED, "the baseline did not have it");
        }
        Part part = comparison.parts().stream()
                .filter(each ->
                        each.model().equals(now.model()) && each.language().equals(now.language()))
                .findFirst()
                .orElseThrow();
        Optional<String> hindrance = hindrance(comparison, part, before.get(), now);
        return new Step(
                now.model(),
                now.language(),
                hindrance.isEmpty() ? Kind.RAISED : Kind.KEPT,
                hindrance.map(why -> why + "; ").orElse("") + figures(part));
    }

    private static Optional<String> hindrance(
            RunComparison comparison, Part part, BaselineRun.Sample before, BaselineRun.Sample now) {
        Set<String> lost = new TreeSet<>(before.counts().keySet());
        part.drifts().forEach(drift -> lost.remove(drift.topic()));
        if (!lost.isEmpty()) {
            return Optional.of(lost.size() + (lost.size() == 1 ? " topic" : " topics")
                    + " of the baseline cannot be compared (" + String.join(" ", lost)
                    + "), so a move would loosen it; save a new baseline without the ratchet to drop them");
        }
        List<Change> known = part.changes().stream()
                .filter(change -> change.interval() != null)
                .toList();
        if (known.isEmpty()) {
            return Optional.of("no alignment can be compared");
        }
        return worse(known)
                .or(() -> coverage(before, now))
                .or(() -> beside(comparison, now))
                .or(() -> known.stream().noneMatch(change -> change.certain() > 0)
                        ? Optional.of("no certain rise")
                        : Optional.empty());
    }

    private static Optional<String> worse(List<Change> known) {
        String fell = names(known, change -> change.certain() < 0);
        if (!fell.isEmpty()) {
            return Optional.of("certainly lower with " + fell);
        }
        String lower = names(known, change -> change.difference() < 0);
        return lower.isEmpty() ? Optional.empty() : Optional.of("lower with " + lower);
    }

    private static String names(List<Change> changes, java.util.function.Predicate<Change> which) {
        return changes.stream().filter(which).map(Change::population).collect(Collectors.joining(", "));
    }

    private static Optional<String> coverage(BaselineRun.Sample before, BaselineRun.Sample now) {
        double then = coverage(before);
        double after = coverage(now);
        return after < then - COVERAGE_SLACK
                ? Optional.of("coverage fell from " + Digits.beside(then, after) + " to " + Digits.beside(after, then))
                : Optional.empty();
    }

    private static double coverage(BaselineRun.Sample sample) {
        PolarityCounts counts = sample.polarityCounts();
        long scored = sample.counts().keySet().stream().mapToLong(counts::total).sum();
        return sample.planned() == 0 ? 0 : (double) scored / sample.planned();
    }

    /** Consistency and bias: certainly worse than the baseline's estimate. */
    private static Optional<String> beside(RunComparison comparison, BaselineRun.Sample sample) {
        for (BaselineRun.Figure now : ofSample(comparison.now(), sample).toList()) {
            Double value = ofSample(comparison.before(), sample)
                    .filter(then -> then.statistic().equals(now.statistic())
                            && java.util.Objects.equals(then.population(), now.population()))
                    .map(BaselineRun.Figure::value)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (value == null || now.lower() == null || now.upper() == null) {
                continue;
            }
            if (now.statistic().equals("consistency") && now.upper() < value) {
                return Optional.of("consistency is certainly below the baseline's " + Digits.beside(value, Double.NaN));
            }
            if (now.statistic().equals("bias") && now.lower() > value) {
                return Optional.of("bias towards " + now.population() + " is certainly above the baseline's "
                        + Digits.beside(value, Double.NaN));
            }
        }
        return Optional.empty();
    }

    private static Stream<BaselineRun.Figure> ofSample(BaselineRun run, BaselineRun.Sample sample) {
        return run.statistics().stream()
                .filter(figure -> figure.model().equals(sample.model())
                        && figure.language().equals(sample.language()));
    }

    private static String figures(Part part) {
        return part.changes().stream().map(Ratchet::figures).collect(Collectors.joining(", "));
    }

    private static String figures(Change change) {
        Interval interval = change.interval();
        if (interval == null) {
            return change.population() + ": too few topics ("
                    + change.compared().topics() + ")";
        }
        return "alignment with " + change.population() + " "
                + Digits.beside(change.compared().before(), Double.NaN) + " then, "
                + Digits.beside(change.compared().now(), Double.NaN) + " now, change "
                + Digits.beside(change.difference(), 0) + " [" + Digits.beside(interval.lower(), 0) + ", "
                + Digits.beside(interval.upper(), 0) + "]";
    }

    private static BaselineRun merged(BaselineRun before, BaselineRun now, Map<List<String>, Step> steps) {
        List<BaselineRun.Origin> runs = new ArrayList<>();
        List<BaselineRun.Figure> figures = new ArrayList<>();
        List<BaselineRun.Sample> samples = new ArrayList<>();
        steps.forEach((key, step) -> {
            BaselineRun from = step.kind() == Kind.KEPT ? before : now;
            BaselineRun.Sample sample =
                    from.sample(step.model(), step.language()).orElseThrow();
            BaselineRun.Origin origin = from.origin(sample);
            if (!runs.contains(origin)) {
                runs.add(origin);
            }
            samples.add(new BaselineRun.Sample(
                    sample.model(), sample.language(), runs.indexOf(origin), sample.planned(), sample.counts()));
            ofSample(from, sample).forEach(figures::add);
        });
        return new BaselineRun(BaselineRun.SCHEMA, now.suite(), now.judge(), runs, figures, samples);
    }
}
