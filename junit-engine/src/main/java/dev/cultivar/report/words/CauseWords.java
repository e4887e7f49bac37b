package dev.cultivar.report.words;

import dev.cultivar.gate.facts.Cause;
import dev.cultivar.text.Names;

/** Why something is not green, without numbers or names, so that reports can group by it. */
public final class CauseWords {

    /** The text below the command that asks a single cell again. */
    public static final String ONE_CELL = "(one cell decides no gate, so this build is red whatever the answers)";

    private CauseWords() {}

    /** For a gate, for example {@code Bias: the interval contains the threshold}; empty if it passed. */
    public static String ofGate(String kind, Cause cause) {
        return cause == Cause.NONE ? "" : Names.capital(kind) + ": " + why(cause);
    }

    /** For a gate that passes without being compared. */
    public static String uncompared(String kind) {
        return Names.capital(kind) + ": there was nothing to compare with";
    }

    /** For a cell that the suite's own method looks at; empty if nothing is wrong. */
    public static String ofCheck(String topic, Cause cause) {
        return switch (cause) {
            case NONE -> "";
            case VIOLATION -> "The suite's own check of " + topic + " failed";
            case UNDECIDED -> "The suite's own check of " + topic + " was aborted";
            default -> "Unscored cells: " + why(cause);
        };
    }

    /** For cells without a check of their own; empty if nothing is wrong. */
    public static String ofCells(Cause cause) {
        return switch (cause) {
            case NONE -> "";
            case UNDECIDED -> "No gate was decided in this run";
            default -> "Unscored cells: " + why(cause);
        };
    }

    /** A clause, for example {@code the budget was spent}; empty if it passed. */
    static String why(Cause cause) {
        return switch (cause) {
            case NONE -> "";
            case VIOLATION -> "the threshold is missed";
            case INCONCLUSIVE -> "the interval contains the threshold";
            case PROVIDER -> "responses were lost to errors of the endpoint";
            case JUDGE -> "responses were lost to errors of the judge";
            case COVERAGE -> "too few responses could be scored";
            case BUDGET -> "the budget was spent";
            case UNDECIDED -> "a gate had nothing to decide on, such as a baseline";
        };
    }
}
