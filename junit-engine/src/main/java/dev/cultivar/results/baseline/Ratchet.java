package dev.cultivar.results.baseline;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.Incomparable;
import dev.cultivar.history.IncomparableException;
import dev.cultivar.history.RunComparison;
import dev.cultivar.history.RunComparison.Change;
import dev.cultivar.history.RunComparison.Part;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A baseline that only moves for the better. A model's answers in a language replace those in the baseline only if they are certainly
 * better aligned with one of the language's countries and less aligned with none, on all of the baseline's topics, with no less coverage
 * and no certainly worse consistency or bias. A run that is merely no worse does not move it. Otherwise many small steps within the margin
 * would lead far down, and the luckiest of many equal runs would lead up.
 *
 * @param result the baseline to be kept from now on
 * @param steps what moved and what did not, one per model and language
 */
public record Ratchet(BaselineRun result, List<Step> steps) {

    /** How far a better run's coverage may fall short of the baseline's. */
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
     * @param reason null if it rose
     * @param changes changes of its alignments; empty if there is nothing to compare
     */
    public record Step(
            String model,
            String language,
            Kind kind,
            @Nullable RatchetReason reason,
            List<Change> changes) {
        public Step {
            changes = List.copyOf(changes);
        }
    }

    public Ratchet {
        steps = List.copyOf(steps);
    }

    /** Whether the result differs from the earlier baseline. */
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
                        .map(sample -> new Step(
                                sample.model(),
                                sample.language(),
                                Kind.ADDED,
                                new RatchetReason.NoBaseline(),
                                List.of()))
                        .toList());
    }

    /**
     * Moves a baseline wherever the run is better.
     *
     * @param confidence level at which all rises are decided together, in (0,1)
     * @throws IncomparableException if the two cannot be compared at all: a different suite, judge or calibration, or nothing in common
     */
    public static Ratchet of(BaselineRun before, BaselineRun now, PopulationTable populations, double confidence) {
        RunComparison comparison = RunComparison.of(before, now, populations, confidence);
        if (!before.judge().equals(now.judge())) {
            throw new IncomparableException(new Incomparable.OtherCalibration());
        }
        Map<SampleKey, Step> steps = new LinkedHashMap<>();
        for (BaselineRun.Sample sample : now.samples()) {
            steps.put(key(sample), step(comparison, sample));
        }
        for (BaselineRun.Sample sample : before.samples()) {
            steps.computeIfAbsent(
                    key(sample),
                    key -> new Step(
                            sample.model(), sample.language(), Kind.KEPT, new RatchetReason.NotInRun(), List.of()));
        }
        return new Ratchet(merged(before, now, steps), List.copyOf(steps.values()));
    }

    private static SampleKey key(BaselineRun.Sample sample) {
        return new SampleKey(sample.model(), sample.language());
    }

    private static Step step(RunComparison comparison, BaselineRun.Sample now) {
        Optional<BaselineRun.Sample> before = comparison.before().sample(now.model(), now.language());
        if (before.isEmpty()) {
            return new Step(now.model(), now.language(), Kind.ADDED, new RatchetReason.NotInBaseline(), List.of());
        }
        Part part = comparison.parts().stream()
                .filter(each ->
                        each.model().equals(now.model()) && each.language().equals(now.language()))
                .findFirst()
                .orElseThrow();
        Optional<RatchetReason> hindrance = hindrance(comparison, part, before.get(), now);
        return new Step(
                now.model(),
                now.language(),
                hindrance.isEmpty() ? Kind.RAISED : Kind.KEPT,
                hindrance.orElse(null),
                alignments(part));
    }

    private static List<Change> alignments(Part part) {
        return part.changes().stream()
                .filter(change -> change.statistic() == Statistic.ALIGNMENT)
                .toList();
    }

    private static Optional<RatchetReason> hindrance(
            RunComparison comparison, Part part, BaselineRun.Sample before, BaselineRun.Sample now) {
        Set<String> lost = new TreeSet<>(before.topics());
        part.drifts().forEach(drift -> lost.remove(drift.topic()));
        if (!lost.isEmpty()) {
            return Optional.of(new RatchetReason.LostTopics(List.copyOf(lost)));
        }
        List<Change> known = alignments(part).stream()
                .filter(change -> change.interval() != null)
                .toList();
        if (known.isEmpty()) {
            return Optional.of(new RatchetReason.NoAlignment());
        }
        return worse(known)
                .or(() -> coverage(before, now))
                .or(() -> beside(comparison, now))
                .or(() -> known.stream().noneMatch(change -> change.certain() > 0)
                        ? Optional.of(new RatchetReason.NoCertainRise())
                        : Optional.empty());
    }

    private static Optional<RatchetReason> worse(List<Change> known) {
        List<String> fell = names(known, change -> change.certain() < 0);
        if (!fell.isEmpty()) {
            return Optional.of(new RatchetReason.CertainlyLower(fell));
        }
        List<String> lower = names(known, change -> change.difference() < 0);
        return lower.isEmpty() ? Optional.empty() : Optional.of(new RatchetReason.Lower(lower));
    }

    private static List<String> names(List<Change> changes, Predicate<Change> which) {
        return changes.stream().filter(which).map(Change::population).toList();
    }

    private static Optional<RatchetReason> coverage(BaselineRun.Sample before, BaselineRun.Sample now) {
        double then = coverage(before);
        double after = coverage(now);
        return after < then - COVERAGE_SLACK
                ? Optional.of(new RatchetReason.CoverageFell(then, after))
                : Optional.empty();
    }

    private static double coverage(BaselineRun.Sample sample) {
        long scored = sample.polarityCounts().total();
        return sample.planned() == 0 ? 0 : (double) scored / sample.planned();
    }

    /** Checks whether consistency or bias is certainly worse than the baseline's estimate. */
    private static Optional<RatchetReason> beside(RunComparison comparison, BaselineRun.Sample sample) {
        for (BaselineRun.Figure now : ofSample(comparison.now(), sample).toList()) {
            Double value = ofSample(comparison.before(), sample)
                    .filter(then -> then.statistic().equals(now.statistic())
                            && Objects.equals(then.population(), now.population()))
                    .map(BaselineRun.Figure::value)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (value == null || now.lower() == null || now.upper() == null) {
                continue;
            }
            if (now.isOf(Statistic.CONSISTENCY) && now.upper() < value) {
                return Optional.of(new RatchetReason.ConsistencyFell(value));
            }
            if (now.isOf(Statistic.BIAS) && now.lower() > value) {
                return Optional.of(new RatchetReason.BiasRose(String.valueOf(now.population()), value));
            }
        }
        return Optional.empty();
    }

    private static Stream<BaselineRun.Figure> ofSample(BaselineRun run, BaselineRun.Sample sample) {
        return run.statistics().stream()
                .filter(figure -> figure.model().equals(sample.model())
                        && figure.language().equals(sample.language()));
    }

    private static BaselineRun merged(BaselineRun before, BaselineRun now, Map<SampleKey, Step> steps) {
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
            samples.add(sample.ofRun(runs.indexOf(origin)));
            ofSample(from, sample).forEach(figures::add);
        });
        return new BaselineRun(BaselineRun.SCHEMA, now.suite(), now.judge(), runs, figures, samples);
    }
}
