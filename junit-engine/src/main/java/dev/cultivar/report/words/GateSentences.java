package dev.cultivar.report.words;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.ReferencePoints.Fault;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Bound;
import dev.cultivar.gate.Coverage;
import dev.cultivar.gate.Regression;
import dev.cultivar.gate.facts.Cause;
import dev.cultivar.gate.facts.ErrorControl;
import dev.cultivar.gate.facts.Losses;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.gate.facts.TopicHint;
import dev.cultivar.results.GateRow;
import dev.cultivar.settings.Estimand;
import dev.cultivar.stats.Correction;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A gate's verdict in one line: statistic, interval, threshold, n, and what to do. */
public final class GateSentences {

    /** The number counts the next run as a further test, because a larger plan over the same answers is one. */
    private static final String OFTEN =
            " in about 80 of 100 runs if the true score is this one; the number allows for a second test.";

    private static final String BACK = " the model back.";

    /** What applies to every inconclusive gate, stated once when {@link #amongMany} or {@link #besideFigures} describe them. */
    public static final String OPEN = "INCONCLUSIVE: the interval contains the threshold, so this run cannot tell. The"
            + " number that a gate names would decide it" + OFTEN + " Otherwise hold" + BACK;

    private GateSentences() {}

    /** The whole line. */
    public static String of(GateRow row) {
        return of(row, false);
    }

    /** The same without what {@link #OPEN} says about every inconclusive gate. */
    public static String amongMany(GateRow row) {
        return of(row, true);
    }

    private static String of(GateRow row, boolean brief) {
        String statistic = GateKindWords.statistic(row);
        String required = required(row);
        Obstacle obstacle = row.facts().obstacle();
        if (obstacle != null) {
            String remedy =
                    ObstacleWords.remedy(obstacle).map(what -> " " + what + ".").orElse("");
            return row.verdict() == Verdict.PASS
                    ? statistic + " was not compared: " + ObstacleWords.optionalFact(obstacle) + "; not required: PASS."
                            + remedy
                    : statistic + " could not be decided: " + ObstacleWords.fact(obstacle) + "; " + required
                            + ": not measured, so FAIL." + remedy + rest(row);
        }
        return statistic + " is " + value(row) + "; " + required + ": " + row.verdict() + "." + basis(row, brief);
    }

    static String required(GateRow row) {
        return "required at " + (row.declared().bound().side() == Bound.Side.AT_LEAST ? "least " : "most ")
                + Digits.exact(row.limit());
    }

    /**
     * What neither columns of figures nor {@link #OPEN} already say. Without figures, this is the whole sentence, except for a spent
     * budget, which is explained once for all gates.
     */
    public static String besideFigures(GateRow row) {
        if (row.cause() == Cause.BUDGET) {
            return Names.capital(CauseWords.why(row.cause())) + ".";
        }
        return row.facts().obstacle() == null ? basis(row, true).strip() : of(row);
    }

    private static String value(GateRow row) {
        double bound = row.limit();
        ErrorControl control = row.facts().control();
        if (control == null && row.declared().isAlarm() && row.estimate() != null) {
            return Digits.exact(row.estimate());
        }
        if (control == null) {
            return Digits.beside(orNaN(row.estimate()), bound) + " (exact)";
        }
        List<String> figures =
                Digits.beside(List.of(orNaN(row.estimate()), orNaN(row.lower()), orNaN(row.upper())), bound);
        return figures.get(0) + " [" + figures.get(1) + ", " + figures.get(2) + "] (" + level(row, control) + ")";
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static String level(GateRow row, ErrorControl control) {
        Double confidence = row.confidence();
        String level = Digits.percent(confidence == null ? control.confidence() : confidence) + " interval, "
                + EstimandWords.of(row.estimand());
        return control.correction().equals(Correction.NONE.label()) || control.gates() <= 1
                ? level
                : level + ", " + Correction.labelled(control.correction()).authors() + "'s correction over "
                        + Plural.of(control.gates(), "gate") + " at " + Digits.percent(control.confidence());
    }

    private static String basis(GateRow row, boolean brief) {
        boolean exact = row.facts().control() == null;
        return " n=" + row.n()
                + (GateKindWords.isPaired(row) ? " pairs of answers to the same prompt" : "")
                + (exact
                        ? "."
                        : ", " + Plural.of(row.facts().topics(), "topic")
                                + LookWords.of(row.facts().look()) + ".")
                + advice(row, brief) + rest(row);
    }

    private static String advice(GateRow row, boolean brief) {
        if (row.verdict() == Verdict.PASS) {
            return "";
        }
        if (row.verdict() == Verdict.INCONCLUSIVE) {
            return (brief ? " " : " The interval contains the threshold, so this run cannot tell: ")
                    + whatWouldDecide(row, brief)
                    + hint(row.facts().hint());
        }
        if (row.declared() instanceof Coverage) {
            return " Not scored" + of(row.facts().losses()) + ": "
                    + outcomes(row.facts().losses()) + "."
                    + switch (row.cause()) {
                        case PROVIDER -> " The endpoint lost them: check it (cultivar:doctor), then run again.";
                        case JUDGE -> " The judge lost them: check it (cultivar:doctor), then run again.";
                        default -> "";
                    };
        }
        return GateKindWords.failing(row) + unreachable(row) + hint(row.facts().hint());
    }

    /** A model that misses a threshold that the people themselves would miss has not been shown to be worse than they are. */
    private static String unreachable(GateRow row) {
        return row.facts().notes().stream()
                .filter(GateSentences::isTooStrict)
                .map(note -> " But " + NoteWords.of(note) + ".")
                .collect(Collectors.joining());
    }

    private static boolean isTooStrict(Note note) {
        return note instanceof Note.Telling telling && telling.fault() == Fault.OWN_MISSES_IT;
    }

    private static String whatWouldDecide(GateRow row, boolean brief) {
        boolean these = Estimand.THESE_TOPICS.label().equals(row.estimand());
        OptionalLong needed = these || row.declared().restsOnOneSample() ? row.toDecide() : OptionalLong.empty();
        String more = these ? "More responses are unlikely to decide it." : "More responses barely narrow it.";
        if (needed.isEmpty()) {
            return brief ? Names.capital(near(row)) + " " + more : near(row) + " " + more + " Hold" + BACK;
        }
        String about = (brief ? "About " : "about ") + needed.getAsLong() + " topics";
        return (these ? responses(row, needed.getAsLong()) : about)
                + " would decide it"
                + (brief ? "." : OFTEN)
                + (these ? "" : " " + more)
                + (brief ? "" : " Otherwise hold" + BACK);
    }

    private static String responses(GateRow row, long needed) {
        long fold = Math.round(row.fold());
        String times = " (" + fold + " times as many, at " + fold + " times the cost)";
        return row.model() == null
                ? "about " + needed + " responses over all models of the family" + times
                : "cultivar.responses=" + needed + " per model and language" + times
                        + (row.declared() instanceof Regression ? ", in the baseline's run too," : "");
    }

    /** How far the truth is likely to be from the threshold. */
    private static String near(GateRow row) {
        Double lower = row.lower();
        Double upper = row.upper();
        return lower == null || upper == null
                ? "how far the truth is from the threshold is unknown."
                : "the truth is likely within "
                        + Digits.beside(
                                Math.max(Math.abs(upper - row.limit()), Math.abs(row.limit() - lower)), Double.NaN)
                        + " of the threshold" + level(row) + ".";
    }

    private static String level(GateRow row) {
        Double confidence = row.confidence();
        return confidence == null ? "" : " (" + Digits.percent(confidence) + ")";
    }

    private static String rest(GateRow row) {
        StringBuilder rest = new StringBuilder();
        // For a gate that was measured and fails, that was said beside what it explains.
        boolean told = row.verdict() == Verdict.FAIL && row.facts().obstacle() == null;
        String notes = NoteWords.of(row.facts().notes().stream()
                .filter(note -> !told || !isTooStrict(note))
                .toList());
        if (!notes.isEmpty()) {
            rest.append(' ').append(Names.capital(notes)).append('.');
        }
        Losses losses = row.facts().losses();
        if (losses != null && losses.scored() < losses.planned() && !(row.declared() instanceof Coverage)) {
            rest.append(" Scored ")
                    .append(losses.scored())
                    .append(of(losses))
                    .append(": ")
                    .append(outcomes(losses))
                    .append('.');
        }
        return rest.toString();
    }

    private static String of(@Nullable Losses losses) {
        return losses == null ? "" : " of " + Plural.of(losses.planned(), "planned response");
    }

    private static String outcomes(@Nullable Losses losses) {
        List<Losses.Loss> lost = losses == null ? List.of() : losses.notScored();
        return lost.isEmpty()
                ? "everything planned"
                : lost.stream()
                        .map(loss -> loss.count() + " " + loss.outcome()
                                + (loss.tokens() == 0 ? "" : " (cut off: raise max-tokens to " + loss.tokens() + ")")
                                + endless(loss.endless())
                                + (loss.reason() == null ? "" : " (" + MissedGates.reason(loss.reason()) + ")"))
                        .collect(Collectors.joining(", "));
    }

    private static String endless(int count) {
        return count == 0
                ? ""
                : " (in " + count
                        + " the model repeats itself endlessly, so no max-tokens is enough: change its sampling, for"
                        + " example with a repetition penalty)";
    }

    private static String hint(@Nullable TopicHint hint) {
        if (hint instanceof TopicHint.FurthestApart apart) {
            return apart.topics().stream()
                    .map(gap -> labelled(gap.topic(), gap.label()) + " (model " + number(gap.mean()) + ", "
                            + Names.population(apart.population()) + " " + number(gap.truth()) + ")")
                    .collect(Collectors.joining(", ", " Furthest apart: ", "."));
        }
        if (hint instanceof TopicHint.MostOfBias most) {
            return most.topics().stream()
                    .map(lean -> labelled(lean.topic(), lean.label()) + " (model " + number(lean.mean())
                            + of(most.reference(), lean.reference()) + of(most.local(), lean.local()) + ")")
                    .collect(Collectors.joining(
                            ", ",
                            " Topics closer to " + Names.population(most.reference()) + " that add most to the bias: ",
                            "."));
        }
        if (hint instanceof TopicHint.MostOfChange most) {
            return most.topics().stream()
                    .map(shift -> labelled(shift.topic(), shift.label()) + " (" + number(shift.before()) + " then, "
                            + number(shift.now()) + " now)")
                    .collect(Collectors.joining(", ", " Topics that add most to the change: ", "."));
        }
        return "";
    }

    private static String of(String population, @Nullable Double polarity) {
        return polarity == null ? "" : ", " + Names.population(population) + " " + number(polarity);
    }

    private static String labelled(String topic, String label) {
        return (topic + " " + label).strip();
    }

    private static String number(double value) {
        return Digits.beside(value, Double.NaN);
    }
}
