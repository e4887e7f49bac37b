package dev.cultivar.report.console;

import dev.cultivar.report.words.GateLines;
import dev.cultivar.report.words.decision.MeasureWords;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultRow;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import dev.cultivar.text.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores with the people of the language, and the verdicts on them: one line for each model and language. */
public final class ConsoleProfile {

    private static final int MOST = 40;

    private record Line(String subject, String language) {}

    /**
     * @param score as shown; empty if there is none
     */
    private record Entry(String score, @Nullable GateRow worst) {

        String text() {
            return worst == null ? score : (score + " " + mark(worst)).strip();
        }

        private static String mark(GateRow gate) {
            return switch (gate.verdict()) {
                case PASS -> gate.uncompared() ? "not compared" : "ok";
                case INCONCLUSIVE -> "?";
                case FAIL -> gate.wentUnmeasured() ? "not measured" : "FAIL";
            };
        }

        private int urgency() {
            return worst == null
                    ? 2
                    : switch (worst.verdict()) {
                        case FAIL -> 0;
                        case INCONCLUSIVE -> 1;
                        case PASS -> 2;
                    };
        }
    }

    private final Map<Line, Map<String, Entry>> lines = new LinkedHashMap<>();
    private final Map<Line, Map<String, String>> people = new LinkedHashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final boolean decided;

    /**
     * @param own statistics with the people of the language, or with no population
     */
    public ConsoleProfile(List<ResultRow> own, List<GateRow> gates) {
        decided = !gates.isEmpty();
        own.forEach(this::statistic);
        GateRow.redFirst(gates).forEach(this::gate);
    }

    private void statistic(ResultRow row) {
        String model = row.model();
        String language = row.language();
        if (model != null && language != null) {
            Line line = new Line(model, language);
            people.computeIfAbsent(line, key -> new LinkedHashMap<>())
                    .putIfAbsent(row.statistic(), orEmpty(row.population()));
            entries(line, row.statistic(), MeasureWords.statistic(row.statistic()))
                    .putIfAbsent(
                            row.statistic(),
                            new Entry(row.estimate() == null ? "-" : Decimals.score(row.estimate()), null));
        }
    }

    /** Replaces the statistic's score with the one that the gate decided on; of several gates in one place, the worst counts. */
    private void gate(GateRow gate) {
        Line line = new Line(gate.model() == null ? "family " + gate.family() : gate.model(), orEmpty(gate.language()));
        String kind = kind(gate);
        String others = others(line, kind, gate.population());
        String column = kind + others;
        Map<String, Entry> entries = entries(line, column, gate.declared().noun() + others);
        Entry known = entries.get(column);
        if (known == null || known.worst() == null) {
            entries.put(
                    column, new Entry(gate.estimate() == null ? "-" : GateLines.shown(gate.estimate(), gate), gate));
        }
    }

    /**
     * The population that the gate compares with, if it differs from that of the statistic's column; the gate then has a column of its
     * own.
     */
    private String others(Line line, String kind, @Nullable String population) {
        String own = people.getOrDefault(line, Map.of()).get(kind);
        return own == null || own.equals(orEmpty(population)) ? "" : " " + Names.population(population);
    }

    private static String kind(GateRow gate) {
        return gate.gate()
                + gate.declared().metric().map(metric -> " " + metric).orElse("");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Map<String, Entry> entries(Line line, String column, String head) {
        columns.putIfAbsent(column, head);
        return lines.computeIfAbsent(line, key -> new LinkedHashMap<>());
    }

    /** The table; lines end in {@code \n}. */
    public String text() {
        TextTable table = new TextTable().words("(model)").words("(language)");
        columns.values().forEach(table::words);
        // The sort is stable.
        boolean all = lines.size() <= MOST;
        lines.entrySet().stream()
                .sorted(Comparator.comparingInt(line -> all ? 0 : urgency(line.getValue())))
                .limit(MOST)
                .forEach(line -> row(table, line.getKey(), line.getValue()));
        int more = lines.size() - MOST;
        return "Scores with one's own people"
                + (decided ? "; ok, ? and FAIL: the gate on it passes, is open or fails\n" : "\n")
                + table.text("")
                + (more > 0
                        ? Plural.of(more, "other line") + (decided ? " with no worse verdict.\n" : " in results.csv.\n")
                        : "");
    }

    private static int urgency(Map<String, Entry> entries) {
        return entries.values().stream().mapToInt(Entry::urgency).min().orElse(0);
    }

    private void row(TextTable table, Line line, Map<String, Entry> entries) {
        List<String> row = new ArrayList<>(List.of(line.subject(), Names.language(line.language())));
        columns.keySet().forEach(column -> {
            Entry entry = entries.get(column);
            row.add(entry == null ? "" : entry.text());
        });
        table.row(row.toArray(String[]::new));
    }
}
