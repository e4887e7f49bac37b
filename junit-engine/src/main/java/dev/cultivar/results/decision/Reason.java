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

    /** The decision that this reason leads to if nothing weighs more. */
    Decision decides();

    /**
     * Gates that do not hold, all for the same cause.
     *
     * @param gate one of the gates
     * @param measured false if there was nothing to decide on
     * @param letThrough whether the settings let them through
     * @param languages languages in which they do not hold
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

        /** One per measure and cause, in the order of the gates. */
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

    /** Some of the suite's own checks failed; {@code checks} is their number. */
    record ChecksFailed(long checks) implements Reason {
        @Override
        public Decision decides() {
            return Decision.HOLD_BACK;
        }
    }

    /** In some cells no answer was scored; {@code cells} is their number. */
    record NothingScored(long cells) implements Reason {
        @Override
        public Decision decides() {
            return Decision.NOT_DECIDED;
        }
    }

    /** Only part of the suite was asked; {@code interrupted} if the run did not finish. */
    record PartOfSuite(boolean interrupted) implements Reason {
        @Override
        public Decision decides() {
            return Decision.NOT_DECIDED;
        }
    }

    /** Stored answers were used, and too few were asked for again to show whether the same model or judge would still give them. */
    record PerhapsAnother(String who, boolean judge, int pairs) implements Reason {
        @Override
        public Decision decides() {
            return Decision.NOT_DECIDED;
        }
    }

    /** No gate that has to hold measured anything about the model. */
    record NothingRequired() implements Reason {
        @Override
        public Decision decides() {
            return Decision.NOT_DECIDED;
        }
    }
}
