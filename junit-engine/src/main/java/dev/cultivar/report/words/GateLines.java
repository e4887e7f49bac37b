package dev.cultivar.report.words;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Bound;
import dev.cultivar.gate.Regression;
import dev.cultivar.report.words.decision.AgainWords;
import dev.cultivar.results.CheckRow;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.decision.DecidingCommand;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.stats.Correction;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Verdicts in plain text, with enough decimals for the numbers not to contradict them. */
public final class GateLines {

    private static final int NAMED = 5;

    private GateLines() {}

    /**
     * The verdicts of a suite.
     *
     * @param gates the suite's gates
     * @param failedChecks the suite's failed checks
     */
    public static String of(SuiteInfo suite, List<GateRow> gates, List<CheckRow> failedChecks) {
        StringBuilder text = new StringBuilder();
        if (gates.isEmpty()) {
            text.append(none(suite.complete()));
        } else {
            text.append(table(gates)).append('\n').append(summary(gates));
        }
        tellings(gates).forEach(line -> text.append("  ").append(line).append('\n'));
        List<GateRow> missed =
                gates.stream().filter(gate -> gate.verdict() != Verdict.PASS).toList();
        MissedGates.text(
                        List.of(suite),
                        missed,
                        true,
                        gate -> verdict(gate) + ": " + PlainText.line(GateSentences.of(gate), 600))
                .forEach(told -> text.append("  ").append(told).append('\n'));
        failedChecks.forEach(check -> text.append("  FAIL: check of ")
                .append(PlainText.line(
                        check.topic() + ", " + check.model() + " in " + Names.language(check.language())))
                .append(": ")
                .append(PlainText.line(check.message(), 300))
                .append('\n'));
        return text.toString();
    }

    /**
     * The verdicts of a suite whose failing leaves explain themselves: without sentences, and if there are many gates, only those that do
     * not hold.
     *
     * @param most maximum number of rows in a table
     */
    public static String brief(List<GateRow> gates, List<CheckRow> failedChecks, boolean complete, int most) {
        List<GateRow> missed =
                gates.stream().filter(gate -> !gate.measured(Verdict.PASS)).toList();
        StringBuilder text = new StringBuilder();
        if (gates.isEmpty()) {
            text.append(none(complete));
        } else {
            List<GateRow> rows = gates.size() <= most
                    ? gates
                    : GateRow.redFirst(missed).limit(most).toList();
            text.append(rows.isEmpty() ? "" : table(rows) + "\n").append(summary(gates));
            if (gates.size() > most && missed.size() > most) {
                text.append("  ")
                        .append(missed.size() - most)
                        .append(" more that do not pass are in summary.md and report.html.\n");
            }
        }
        tellings(gates).forEach(line -> text.append("  ").append(line).append('\n'));
        List<String> checks = checks(failedChecks);
        checks.stream()
                .limit(most)
                .forEach(check -> text.append("  FAIL: ").append(check).append('\n'));
        if (checks.size() > most) {
            text.append("  Checks of ").append(checks.size() - most).append(" more models and languages failed.\n");
        }
        return text.toString();
    }

    /** For each suite, the command that decides again what does not hold, preceded by a note if it asks for more than the suite did. */
    public static String again(ResultsFile results) {
        return results.run().suites().stream()
                .flatMap(suite -> DecidingCommand.of(results, suite)
                        .map(command -> AgainWords.of(suite, results.gates())
                                        .map(with -> "  " + Names.capital(with) + ":\n")
                                        .orElse("")
                                + "  again: " + PlainText.line(command) + "\n")
                        .stream())
                .collect(Collectors.joining());
    }

    /** Failed checks, grouped by model and language. */
    private static List<String> checks(List<CheckRow> failed) {
        Map<String, List<String>> topics = new LinkedHashMap<>();
        failed.forEach(check -> topics.computeIfAbsent(
                        check.model() + " in " + Names.language(check.language()), key -> new ArrayList<>())
                .add(check.topic()));
        return topics.entrySet().stream()
                .map(sample -> {
                    int more = sample.getValue().size() - NAMED;
                    return PlainText.line((sample.getValue().size() == 1 ? "check of " : "checks of ")
                            + String.join(
                                    ", ",
                                    sample.getValue()
                                            .subList(
                                                    0,
                                                    Math.min(
                                                            NAMED,
                                                            sample.getValue().size())))
                            + (more > 0 ? " and " + more + " more" : "") + ", " + sample.getKey());
                })
                .toList();
    }

    private static String none(boolean complete) {
        return complete ? "No gate was declared.\n" : "No gate was decided: a gate needs all the suite's cells.\n";
    }

    /** Lines on thresholds that tell populations apart poorly, once for all models. */
    public static List<String> tellings(List<GateRow> gates) {
        return gates.stream()
                .flatMap(gate -> gate.facts().notes().stream()
                        .filter(Note.Telling.class::isInstance)
                        .map(note -> Names.capital(gate.declared().noun()) + " in " + Names.language(gate.language())
                                + ": " + NoteWords.of(note) + "."))
                .map(PlainText::line)
                .distinct()
                .toList();
    }

    /** The subject, the kind of gate, the verdict, and the figures or why there are none; without a full stop. */
    public static String line(GateRow row) {
        return head(row) + ": "
                + (row.facts().obstacle() == null
                        ? estimate(row) + ", " + GateSentences.required(row)
                                + (row.verdict() == Verdict.INCONCLUSIVE ? ", which the interval contains" : "")
                        : row.uncompared()
                                ? ObstacleWords.ofOptional(row.facts().obstacle())
                                : ObstacleWords.of(row.facts().obstacle()));
    }

    /** The subject, the kind of gate and the verdict, for example {@code gpt-4o: alignment FAIL in Danish, Denmark}. */
    private static String head(GateRow row) {
        return row.subject() + ": " + row.declared().noun() + " " + verdict(row) + " in "
                + Names.language(row.language())
                + (row.population() == null ? "" : ", " + Names.population(row.population()));
    }

    /** The verdict in one or two words. A gate that fails or passes for lack of a measurement says nothing about the model. */
    public static String verdict(GateRow gate) {
        if (gate.uncompared()) {
            return "NOT COMPARED";
        }
        return gate.wentUnmeasured() ? "NOT MEASURED" : gate.verdict().name();
    }

    private static String table(List<GateRow> gates) {
        boolean differ = levels(gates).size() > 1;
        TextTable table = new TextTable()
                .words("Verdict")
                .words("Gate")
                .words("(model)")
                .words("(family)")
                .words("(language)")
                .words("(population)")
                .numbers("n")
                .numbers("Score")
                .numbers("Interval")
                .numbers("Level")
                .words("Topics")
                .words("Threshold");
        for (GateRow gate : gates) {
            table.row(
                    verdict(gate),
                    gate.declared().noun(),
                    orEmpty(gate.model()),
                    orEmpty(gate.family()),
                    Names.language(gate.language()),
                    Names.population(gate.population()),
                    Long.toString(gate.n()),
                    gate.estimate() == null ? "-" : shown(gate.estimate(), gate),
                    interval(gate),
                    differ ? level(gate).orElse("") : "",
                    EstimandWords.ofTopics(gate.estimand()),
                    bound(gate));
        }
        return allowance(gates) + table.text("");
    }

    /** Explains the level of verdicts: the intervals of scores above are separate and narrower. */
    private static String allowance(List<GateRow> gates) {
        List<String> levels = levels(gates);
        return gates.stream()
                .filter(gate -> level(gate).isPresent())
                .flatMap(gate -> Stream.ofNullable(gate.facts().control()))
                .findFirst()
                .map(control -> {
                    String joint = Digits.percent(control.confidence());
                    return control.gates() <= 1 || control.correction().equals(Correction.NONE.label())
                            ? "Verdicts: each interval allows for all looks, at " + joint + "\n"
                            : "Verdicts allow for all gates and looks, at " + joint + "; each interval is at "
                                    + (levels.size() == 1 ? levels.get(0) : "its own level") + "\n";
                })
                .orElse("");
    }

    /** The levels of the gates' intervals; a correction for many gates gives each its own. */
    public static List<String> levels(List<GateRow> gates) {
        return gates.stream().flatMap(gate -> level(gate).stream()).distinct().toList();
    }

    /** The level of its interval; empty if it has none. */
    public static Optional<String> level(GateRow gate) {
        return gate.lower() == null || gate.upper() == null
                ? Optional.empty()
                : Optional.ofNullable(gate.confidence()).map(Digits::percent);
    }

    public static String interval(GateRow gate) {
        return gate.lower() == null || gate.upper() == null
                ? ""
                : "[" + shown(gate.lower(), gate) + ", " + shown(gate.upper(), gate) + "]";
    }

    /** Estimate and interval, with enough decimals to compare them with the limit. */
    public static String estimate(GateRow gate) {
        String interval = interval(gate);
        return (gate.estimate() == null ? "none" : shown(gate.estimate(), gate))
                + (interval.isEmpty() ? "" : " " + interval);
    }

    public static String bound(GateRow gate) {
        return bound(gate, ">= ", "<= ");
    }

    /** The bound with typographic signs. */
    public static String boundInPrint(GateRow gate) {
        return bound(gate, "\u2265 ", "\u2264 ");
    }

    /** The bound with the given signs. */
    public static String bound(GateRow gate, String atLeast, String atMost) {
        if (gate.declared() instanceof Regression regression) {
            return margin(regression, Decimals.threshold(gate.threshold()));
        }
        String threshold =
                gate.declared().isAlarm() ? Digits.exact(gate.threshold()) : Decimals.threshold(gate.threshold());
        return (gate.declared().bound().side() == Bound.Side.AT_LEAST ? atLeast : atMost) + threshold;
    }

    /** The margin. If nobody set it, it is planned, or will be when there is a baseline to plan it from. */
    private static String margin(Regression gate, String threshold) {
        if (gate.margin() != null) {
            return "margin " + threshold;
        }
        return gate.planned() == null
                ? "margin up to " + threshold + " (default)"
                : "margin " + threshold + " (planned)";
    }

    /** A count unchanged, a score with as many decimals as necessary. */
    public static String shown(double value, GateRow gate) {
        return gate.declared().isAlarm() ? Digits.exact(value) : Decimals.against(value, gate.limit());
    }

    /** The counts of verdicts. If some gates were not measured and some not compared, also explains the difference. */
    private static String summary(List<GateRow> gates) {
        return "Gates: " + counts(gates) + ".\n"
                + (GateRow.unmeasured(gates) > 0 && GateRow.uncompared(gates) > 0
                        ? "  Not measured is red: what the gate needs is missing. Not compared is green: there is no usable"
                                + " baseline, and none is required.\n"
                        : "");
    }

    /** How many gates have each verdict, without verdicts that no gate has; empty if there are no gates. */
    public static String counts(List<GateRow> gates) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict.name().toLowerCase(Locale.ROOT), GateRow.count(gates, verdict));
        }
        counts.put("not measured", GateRow.unmeasured(gates));
        counts.put("not compared", GateRow.uncompared(gates));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
