package dev.cultivar.gate;

import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.Cause;
import dev.cultivar.gate.facts.Losses;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.gate.facts.TopicHint;
import dev.cultivar.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one gate says about one model (or family), language and population.
 *
 * @param leaf what was to be decided
 * @param outcome how it was decided
 * @param n number of responses it rests on
 * @param topics number of topics it rests on
 * @param notes what else a reader must know about the statistic
 * @param hint topics to look at first; null where the gate passes, or where it is not about a population and a single model
 * @param losses null for a gate that is not about a single model
 * @param influence how much each topic weighs in the statistic; {@link LeaveOneOut#NONE} where it does not come from the topics of one
 *     model and language
 */
public record GateResult(
        GateLeaf leaf,
        GateOutcome outcome,
        long n,
        int topics,
        List<Note> notes,
        @Nullable TopicHint hint,
        @Nullable Losses losses,
        LeaveOneOut influence) {

    public GateResult {
        notes = List.copyOf(notes);
    }

    /** The same, with one more note. */
    public GateResult with(Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return new GateResult(leaf, outcome, n, topics, more, hint, losses, influence);
    }

    public @Nullable String model() {
        return leaf.model();
    }

    public @Nullable String family() {
        return leaf.family();
    }

    public String language() {
        return leaf.language();
    }

    public @Nullable String population() {
        return leaf.population();
    }

    public Gate gate() {
        return leaf.gate();
    }

    public Verdict verdict() {
        return outcome.verdict();
    }

    /** The statistic; NaN where there is none. */
    public double estimate() {
        if (outcome instanceof GateOutcome.Decided decided) {
            return decided.estimate();
        }
        return outcome instanceof GateOutcome.Exact exact ? exact.value() : Double.NaN;
    }

    /** The interval that decided; empty where no interval did. */
    public Optional<Interval> interval() {
        return outcome instanceof GateOutcome.Decided decided ? Optional.of(decided.interval()) : Optional.empty();
    }

    /** Why there is nothing to decide on; empty where there is. */
    public Optional<Obstacle> obstacle() {
        if (outcome instanceof GateOutcome.Undecidable undecidable) {
            return Optional.of(undecidable.obstacle());
        }
        return outcome instanceof GateOutcome.NotCompared notCompared
                ? Optional.of(notCompared.obstacle())
                : Optional.empty();
    }

    /** Why the gate does not hold. */
    public Cause cause() {
        return switch (verdict()) {
            case PASS -> Cause.NONE;
            case INCONCLUSIVE -> Cause.INCONCLUSIVE;
            case FAIL ->
                obstacle()
                        .map(Obstacle::cause)
                        .orElse(
                                Double.isNaN(estimate())
                                        ? Cause.UNDECIDED
                                        : gate() instanceof Coverage coverage
                                                ? below(coverage.min())
                                                : Cause.VIOLATION);
        };
    }

    private Cause below(double coverage) {
        return losses == null ? Cause.COVERAGE : losses.causeBelow(coverage);
    }
}
