package dev.cultivar.results.decision;

import dev.cultivar.gate.Gate;
import dev.cultivar.gate.facts.Cause;
import dev.cultivar.results.GateRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Why a model is not simply released. */
public sealed interface Reason {

    /** What it decides where nothing weighs more. */
    Decision decides();

    /**
     * Gates that do not hold for one cause.
     *
     * @param gate one of them
     * @param measured false where there was nothing to decide on
     * @param letThrough whether the settings let them through
     * @param languages in which they do not hold
     */
    record Gates(Gate gate, Cause cause, boolean measured, boolean letThrough, List<String> languages)
            implements Reason {

        public Gates {
            languages = List.copyOf(languages);
        }

        @Override
        public Decision decides() {
            return measured && !letThrough && cause != Cause.INCONCLUSIVE ? Decision.HOLD_BACK : Decision.NOT_DECIDED;
        }

        private record Key(Measure measure, Cause cause, boolean measured, boolean letThrough) {}

        /** One a measure and cause, in the order of the gates. */
        static List<Gates> of(List<GateRow> missed, Predicate<GateRow> isRed) {
            Map<Key, List<GateRow>> groups = new LinkedHashMap<>();
            missed.forEach(gate -> groups.computeIfAbsent(
                            new Key(Measure.of(gate), gate.cause(), !gate.wentUnmeasured(), !isRed.test(gate)),
                            key -> new ArrayList<>())
                    .add(gate));
            return groups.entrySet().stream()
                    .map(group -> new Gates(
                            group.getValue().get(0).declared(),
                            group.getKey().cause(),
                            group.getKey().measured(),
                            group.getKey().letThrough(),
                            group.getValue().stream()
                                    .map(gate -> String.valueOf(gate.language()))
                                    .distinct()
                                    .toList()))
                    .toList();
        }
    }

    /** So many of the suite's own checks failed. */
    record ChecksFailed(long checks) implements Reason {
        @Override
        public Decision decides() {
            return Decision.HOLD_BACK;
        }
    }

    /** No answer was scored in so many cells. */
    record NothingScored(long cells) implements Reason {
        @Override
        public Decision decides() {
            return Decision.NOT_DECIDED;
        }
    }

    /** Only part of the suite was asked; interrupted where the run did not come to its end. */
    record PartOfSuite(boolean interrupted) implements Reason {
        @Override
        public Decision decides() {
            return Decision.NOT_DECIDED;
        }
    }

    /** Answers were stored, and too few were asked for again to show whether the same model, or judge, would still give them. */
    record PerhapsAnother(String who, boolean judge, int pairs) implements Reason {
        @Override
        public Decision decides() {
            return Decision.NOT_DECIDED;
        }
    }

    /** No gate measured anything of it that has to hold. */
    record NothingRequired() implements Reason {
        @Override
        public Decision decides() {
            return Decision.NOT_DECIDED;
        }
    }
}
