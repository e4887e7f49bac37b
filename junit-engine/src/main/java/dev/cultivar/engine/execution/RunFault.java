package dev.cultivar.engine.execution;

import dev.cultivar.api.Outcome;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.Unanswered;
import dev.cultivar.text.Names;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A reason why a cell or gate could not be decided that says nothing about a model. Equal faults are the same fault: one that stops a
 * topic stops others too.
 */
public sealed interface RunFault {

    /** One line for everything that the fault stops, to be printed once. */
    String summary();

    /**
     * The fault that this one is counted under, together with others: the one spent budget that stopped several cells, or the one model
     * for which nobody answers.
     */
    default RunFault inCommon() {
        return this;
    }

    /** A fault that stops a cell. */
    sealed interface OfCell extends RunFault {

        @Override
        default String summary() {
            return inCommon().summary();
        }

        /** One line about one cell. */
        String message(CellKey cell);
    }

    /** The run could not begin. */
    record NotBegun(String reason) implements RunFault {
        @Override
        public String summary() {
            return "The run could not begin: " + reason;
        }
    }

    /** The run was cancelled before it began. */
    record NothingAsked() implements RunFault {
        @Override
        public String summary() {
            return "Nothing was asked: the run was cancelled.";
        }
    }

    /** The cells finished, but gave no statistic or verdict. */
    record NotAnalysed(String reason) implements RunFault {
        @Override
        public String summary() {
            return "The run could not be analysed: " + reason;
        }
    }

    /** The run ended with an exception. */
    record RunBrokeOff(String reason) implements RunFault {
        @Override
        public String summary() {
            return "The run broke off: " + reason;
        }
    }

    /** The budget was spent, no matter how many responses of a cell were left to ask, or whether the model or the judge was next. */
    record BudgetSpent() implements RunFault {
        @Override
        public String summary() {
            return "The budget was spent before everything was asked; prompts that were not asked are OVER_BUDGET.";
        }
    }

    /** The run was cancelled before its last cell was done. */
    record RunCancelled(String suite) implements RunFault {
        @Override
        public String summary() {
            return "The run of " + suite + " is not complete: the run was cancelled.";
        }
    }

    /** The cell ended with an exception. */
    record CellBrokeOff(String reason) implements OfCell {
        @Override
        public RunFault inCommon() {
            return new RunBrokeOff(reason);
        }

        @Override
        public String message(CellKey cell) {
            return name(cell) + " broke off: " + reason;
        }
    }

    /** The run was cancelled before the cell was done. */
    record CellCancelled() implements OfCell {
        @Override
        public String summary() {
            return "Cells are not complete: the run was cancelled.";
        }

        @Override
        public String message(CellKey cell) {
            return name(cell) + " is not complete: the run was cancelled.";
        }
    }

    /**
     * The budget was spent before all responses of the cell were asked for.
     *
     * @param stopped how many responses were not asked for
     * @param complaints why, most frequent first
     */
    record OverBudget(String model, String language, int stopped, int planned, List<String> complaints)
            implements OfCell {

        public OverBudget {
            complaints = List.copyOf(complaints);
        }

        @Override
        public RunFault inCommon() {
            return new BudgetSpent();
        }

        @Override
        public String message(CellKey cell) {
            return on(cell.topic());
        }

        private String on(String topic) {
            return stopped + " of the " + planned + " responses of " + model + " on " + topic + " in "
                    + Names.language(language)
                    + " are OVER_BUDGET" + why(complaints) + ".";
        }
    }

    /** No response of the cell was scored. */
    record NothingScored(
            String model, String language, int planned, Map<Outcome, Integer> outcomes, List<String> complaints)
            implements OfCell {

        public NothingScored {
            outcomes = Map.copyOf(outcomes);
            complaints = List.copyOf(complaints);
        }

        /** Whether the model answered, though not as asked, which does say something about the model. */
        boolean answered() {
            return !Unanswered.OUTCOMES.containsAll(outcomes.keySet());
        }

        @Override
        public RunFault inCommon() {
            if (outcomes.keySet().equals(Set.of(Outcome.OVER_BUDGET))) {
                return new BudgetSpent();
            }
            return answered() ? this : new NobodyAnswered(model, outcomes.keySet());
        }

        /** Uses this cell's complaints if nobody answers for the model: a later cell's complaints would also say that no more is asked. */
        @Override
        public String summary() {
            RunFault common = inCommon();
            return common.equals(this) ? on("a topic") : common.summary() + why(complaints);
        }

        @Override
        public String message(CellKey cell) {
            return on(cell.topic());
        }

        private String on(String topic) {
            return "None of the " + planned + " responses of " + model + " on " + topic + " in "
                    + Names.language(language)
                    + " was scored: " + counts(outcomes) + why(complaints) + ".";
        }
    }

    /**
     * The endpoint of a model, or the judge, gave nothing that could be scored. It is one fault, although an endpoint's reply may differ
     * with each request.
     */
    record NobodyAnswered(String model, Set<Outcome> outcomes) implements RunFault {

        public NobodyAnswered {
            outcomes = Set.copyOf(outcomes);
        }

        @Override
        public String summary() {
            return model + ": no response was scored: "
                    + outcomes.stream().sorted().map(Outcome::name).collect(Collectors.joining(", "));
        }
    }

    private static String name(CellKey cell) {
        return "Cell " + cell.topic() + " x " + cell.model() + " x " + Names.language(cell.language());
    }

    private static String why(List<String> complaints) {
        return complaints.isEmpty() ? "" : " (" + String.join("; ", complaints) + ")";
    }

    /** Outcomes with how many responses had them. */
    static String counts(Map<Outcome, Integer> outcomes) {
        return new TreeMap<>(outcomes)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
