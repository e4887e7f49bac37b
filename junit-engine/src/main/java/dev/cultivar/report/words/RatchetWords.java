package dev.cultivar.report.words;

import dev.cultivar.history.RunComparison.Change;
import dev.cultivar.results.baseline.Ratchet;
import dev.cultivar.results.baseline.RatchetReason;
import dev.cultivar.stats.Interval;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a ratchet moved and what it kept, in words. */
public final class RatchetWords {

    private RatchetWords() {}

    /** One step, without a full stop: its outcome, the reason, the figures. */
    public static String of(Ratchet.Step step) {
        RatchetReason reason = step.reason();
        return step.kind() + " " + step.model() + " in " + Names.language(step.language()) + ": "
                + Stream.of(
                                reason == null ? "" : of(reason),
                                step.changes().stream()
                                        .map(RatchetWords::figures)
                                        .collect(Collectors.joining(", ")))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; "));
    }

    private static String of(RatchetReason reason) {
        if (reason instanceof RatchetReason.NoBaseline) {
            return "there was no baseline";
        }
        if (reason instanceof RatchetReason.NotInBaseline) {
            return "the baseline did not have it";
        }
        if (reason instanceof RatchetReason.NotInRun) {
            return "the run does not have it";
        }
        if (reason instanceof RatchetReason.LostTopics lost) {
            return Plural.of(lost.topics().size(), "topic") + " of the baseline cannot be compared ("
                    + String.join(" ", lost.topics())
                    + "), so replacing its answers would loosen it; save a new baseline without the ratchet to drop them";
        }
        if (reason instanceof RatchetReason.NoAlignment) {
            return "no alignment can be compared";
        }
        if (reason instanceof RatchetReason.CertainlyLower fell) {
            return "alignment with " + Names.populations(fell.populations()) + " fell by more than chance explains";
        }
        if (reason instanceof RatchetReason.Lower lower) {
            return "alignment with " + Names.populations(lower.populations()) + " is lower";
        }
        if (reason instanceof RatchetReason.CoverageFell fell) {
            return "coverage fell from " + Digits.beside(fell.before(), fell.now()) + " to "
                    + Digits.beside(fell.now(), fell.before());
        }
        if (reason instanceof RatchetReason.ConsistencyFell fell) {
            return "self-consistency fell below the baseline's " + Digits.beside(fell.before(), Double.NaN)
                    + " by more than chance explains";
        }
        if (reason instanceof RatchetReason.BiasRose rose) {
            return "bias towards " + Names.population(rose.population()) + " rose above the baseline's "
                    + Digits.beside(rose.before(), Double.NaN) + " by more than chance explains";
        }
        if (reason instanceof RatchetReason.NoCertainRise) {
            return "alignment did not rise by more than chance explains";
        }
        throw new IllegalStateException("no words for " + reason);
    }

    private static String figures(Change change) {
        Interval interval = change.interval();
        if (interval == null) {
            return Names.population(change.population()) + ": too few topics ("
                    + change.compared().topics() + ")";
        }
        return "alignment with " + Names.population(change.population()) + " "
                + Digits.beside(change.compared().before(), Double.NaN) + " then, "
                + Digits.beside(change.compared().now(), Double.NaN) + " now, change "
                + Digits.beside(change.difference(), 0) + " [" + Digits.beside(interval.lower(), 0) + ", "
                + Digits.beside(interval.upper(), 0) + "]";
    }
}
