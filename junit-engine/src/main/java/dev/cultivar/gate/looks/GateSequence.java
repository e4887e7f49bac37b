package dev.cultivar.gate.looks;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.gate.GateEvaluation;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GatePlan;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.MultiplicityControl;
import dev.cultivar.gate.facts.ErrorControl;
import dev.cultivar.gate.facts.GateStanding;
import dev.cultivar.gate.facts.Look;
import dev.cultivar.prompt.LookPlan;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.settings.Settings;
import dev.cultivar.stats.Correction;
import dev.cultivar.stats.Interval;
import dev.cultivar.stats.sequential.GroupSequentialDesign;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The gates of a suite from look to look. Each gate with an interval has a repeated p-value, which is valid wherever asking stops
 * ({@link GroupSequentialDesign}); the suite's multiplicity control works on these. A gate that the control rejects is decided, by the
 * look at which its level was lowest, and keeps the figures of that look. Immutable; the same looks give the same verdicts, whether the
 * run is live or read from the store.
 */
public final class GateSequence {

    /** With a lower chance of a decision, the rest of the responses is not worth its price; no error level rests on this. */
    private static final double LEAST_HOPE = 0.1;
    /** Share of the responses after which a gate may be given up; before that, too little is known. */
    private static final double EARLIEST_END = 0.5;

    private final RunPlan plan;
    private final LookPlan looks;
    private final GroupSequentialDesign test;
    private final Correction correction;
    private final double confidence;
    private final int others;
    private final int seen;
    private final Map<GateLeaf, Note.Telling> telling;
    private final List<GatePath> paths;
    private final Set<SampleKey> asked;
    private final List<SampleKey> stopped;

    private GateSequence(GateSequence before, List<GatePath> paths, Set<SampleKey> asked, List<SampleKey> stopped) {
        plan = before.plan;
        looks = before.looks;
        test = before.test;
        correction = before.correction;
        confidence = before.confidence;
        others = before.others;
        seen = before.seen + 1;
        telling = before.telling;
        this.paths = List.copyOf(paths);
        this.asked = Collections.unmodifiableSet(asked);
        this.stopped = List.copyOf(stopped);
    }

    private GateSequence(GateSequence before, int others) {
        plan = before.plan;
        looks = before.looks;
        test = before.test;
        correction = before.correction;
        confidence = confidence(plan.settings().value(Settings.CONFIDENCE), others);
        this.others = others;
        seen = before.seen;
        telling = before.telling;
        paths = before.paths;
        asked = before.asked;
        stopped = before.stopped;
    }

    private GateSequence(RunPlan plan, LookPlan looks, GatePlan gates) {
        this.plan = plan;
        this.looks = looks;
        test = new GroupSequentialDesign(looks.shares());
        correction = MultiplicityControl.of(plan.settings().value(Settings.CORRECTION));
        confidence = plan.settings().value(Settings.CONFIDENCE);
        others = 0;
        seen = 0;
        telling = gates.telling();
        paths = gates.leaves().stream().map(GatePath::of).toList();
        Set<SampleKey> all = new LinkedHashSet<>();
        plan.cells().stream().map(CellKey::sample).forEach(all::add);
        asked = Collections.unmodifiableSet(all);
        stopped = List.of();
    }

    /** The sequence before the first look. If no gate has an interval, there is nothing to stop for, so everything is asked at once. */
    public static GateSequence of(RunPlan plan, GatePlan gates) {
        boolean tests = gates.leaves().stream().anyMatch(leaf -> leaf.gate().hasInterval());
        return tests ? new GateSequence(plan, plan.looks(), gates) : atOnce(plan, gates);
    }

    /** The sequence where everything is asked before anyone looks. */
    public static GateSequence atOnce(RunPlan plan, GatePlan gates) {
        return new GateSequence(plan, LookPlan.AT_ONCE, gates);
    }

    /**
     * This sequence after other plans of responses and looks have tested the same answers. Each further plan has half the error level of
     * the one before it, so all of them together err in fewer than twice the level of the first, however many there are.
     *
     * @throws IllegalStateException if there was a look already
     */
    public GateSequence afterOthers(int plans) {
        if (seen > 0) {
            throw new IllegalStateException(plan.suite() + " was looked at already");
        }
        return plans == 0 ? this : new GateSequence(this, plans);
    }

    /** The confidence left for a plan after others. */
    public static double confidence(double ofFirst, int others) {
        return others == 0 ? ofFirst : 1 - Math.scalb(1 - ofFirst, -others);
    }

    /** Whether everything is asked before anyone looks. */
    public boolean isAtOnce() {
        return looks.count() == 1;
    }

    /** Number of looks seen so far. */
    public int seen() {
        return seen;
    }

    /** Whether there is nothing left to ask. */
    public boolean ended() {
        return seen == looks.count() || asked.isEmpty();
    }

    /** Models and languages that stop at the last look although the plan has more looks. */
    public Set<SampleKey> stopped() {
        return Set.copyOf(stopped);
    }

    /**
     * The sequence after one more look.
     *
     * @param found what the responses say up to that look
     * @throws IllegalStateException where the sequence has ended
     */
    public GateSequence after(GateEvaluation found) {
        if (ended()) {
            throw new IllegalStateException("there is no look after the " + seen + " of " + plan.suite());
        }
        List<GatePath> next = new ArrayList<>();
        for (GatePath path : paths) {
            next.add(asked.stream().anyMatch(path::restsOn) ? path.after(seen, found, test) : path);
        }
        next = decided(next, GatePath::mayBeTested);
        double last = level(next);
        List<SampleKey> ending = new ArrayList<>();
        if (seen + 1 < looks.count()) {
            for (SampleKey sample : asked) {
                if (ends(next.stream().filter(path -> path.restsOn(sample)).toList(), last)) {
                    ending.add(sample);
                }
            }
        }
        Set<SampleKey> goOn = new LinkedHashSet<>(asked);
        ending.forEach(goOn::remove);
        return new GateSequence(this, next, goOn, ending);
    }

    /** Marks as decided the gates that the control rejects, among those that count as tests. */
    private List<GatePath> decided(List<GatePath> found, Predicate<GatePath> counts) {
        List<GatePath> tests = found.stream().filter(counts).toList();
        double[] p = tests.stream().mapToDouble(GatePath::p).toArray();
        double[] alphas = correction.alphas(p, 1 - confidence);
        List<GatePath> next = new ArrayList<>(found);
        for (int i = 0; i < p.length; i++) {
            if (p[i] <= alphas[i]) {
                next.set(next.indexOf(tests.get(i)), tests.get(i).decided());
            }
        }
        return next;
    }

    /** The error level at which the hardest of the open gates would be tested. */
    private double level(List<GatePath> found) {
        long open = found.stream()
                .filter(path -> path.mayBeTested() && !path.isDecided())
                .count();
        return (1 - confidence) / (correction == Correction.NONE ? 1 : Math.max(1, open));
    }

    /**
     * Whether more responses of a sample would add nothing for its gates: each is decided, cannot be decided by anything asked, or is
     * hopeless.
     */
    private boolean ends(List<GatePath> ofSample, double level) {
        List<GatePath> tests = ofSample.stream().filter(GatePath::mayBeTested).toList();
        List<GatePath> open = tests.stream()
                .filter(path -> !path.isDecided() && !path.isBeyondAsking())
                .toList();
        return !tests.isEmpty() && open.stream().allMatch(path -> hopeless(path, level));
    }

    private boolean hopeless(GatePath path, double level) {
        return test.share(path.last()) >= EARLIEST_END
                && path.hope(test, level).filter(chance -> chance < LEAST_HOPE).isPresent();
    }

    /** Where the gates stand after the last look seen. */
    public GateStanding standing() {
        double level = level(paths);
        List<GatePath> tests = paths.stream().filter(GatePath::mayBeTested).toList();
        int decided = (int) tests.stream().filter(GatePath::isDecided).count();
        int hopeless = (int) tests.stream()
                .filter(path -> !path.isDecided() && hopeless(path, level))
                .count();
        return new GateStanding(
                seen,
                looks.count(),
                looks.upTo().get(seen - 1) * looks.topics(),
                decided,
                tests.size() - decided - hopeless,
                hopeless,
                stopped,
                asked.size());
    }

    /**
     * The verdicts from the looks so far: one per gate, in the plan's order. A gate that no look decided has the figures of the last look
     * at its model and language.
     *
     * @throws IllegalStateException before the first look
     */
    public List<GateResult> verdicts() {
        List<GatePath> ended = decided(paths, GatePath::wasTested);
        List<GatePath> tests = ended.stream().filter(GatePath::wasTested).toList();
        double[] alphas =
                correction.alphas(tests.stream().mapToDouble(GatePath::p).toArray(), 1 - confidence);
        ErrorControl control = new ErrorControl(correction.label(), tests.size(), confidence);
        List<GateResult> results = new ArrayList<>();
        for (GatePath path : ended) {
            int test = tests.indexOf(path);
            GateResult result = path.result(test < 0 ? 0 : alphas[test], this::interval, look(path), control);
            Note.Telling note = telling.get(result.leaf());
            GateResult told = note == null ? result : result.with(note);
            results.add(others > 0 && test >= 0 ? told.with(new Note.LookedAtBefore(others, confidence)) : told);
        }
        return List.copyOf(results);
    }

    /** The interval leaves out the threshold exactly where the level is above the repeated p-value. */
    private Interval interval(Pivot pivot, int look, double level) {
        return pivot.interval(test.nominal(look, level), 1 - level);
    }

    private @Nullable Look look(GatePath path) {
        if (looks.count() == 1) {
            return null;
        }
        int number = path.deciding() + 1;
        return new Look(
                number,
                looks.count(),
                path.isDecided()
                        ? Look.Ending.DECIDED
                        : number == looks.count() ? Look.Ending.LAST : Look.Ending.HOPELESS);
    }
}
