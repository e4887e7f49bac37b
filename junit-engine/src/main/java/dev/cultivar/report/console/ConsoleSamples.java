package dev.cultivar.report.console;

import dev.cultivar.report.words.StatementWords;
import dev.cultivar.results.CellRow;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import dev.cultivar.text.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How many responses of each model and language had which outcome, and what the scored ones contain: how many of ten statements are
 * different, and other counts.
 */
final class ConsoleSamples {

    private static final String SCORED = "SCORED";

    private final Map<SampleKey, List<CellRow>> samples = new LinkedHashMap<>();
    private final SortedSet<String> lost = new TreeSet<>();

    ConsoleSamples(List<CellRow> cells) {
        for (CellRow cell : cells) {
            samples.computeIfAbsent(new SampleKey(cell.model(), cell.language()), sample -> new ArrayList<>())
                    .add(cell);
            lost.addAll(cell.outcomes().keySet());
        }
        lost.remove(SCORED);
    }

    /**
     * @param most maximum number of rows; if there are more, those that lost the greatest share are shown
     */
    String text(int most) {
        if (samples.isEmpty()) {
            return "No cell was asked.\n";
        }
        TextTable table = new TextTable()
                .words("(model)")
                .words("(language)")
                .numbers("Planned")
                .numbers(SCORED);
        lost.forEach(table::numbers);
        table.numbers("Different").numbers("Questions").numbers("Groups").numbers("Off topic");
        // The sort is stable.
        boolean all = samples.size() <= most;
        samples.entrySet().stream()
                .sorted(Comparator.comparingDouble(sample -> all ? 0 : scored(sample.getValue())))
                .limit(most)
                .forEach(sample -> row(table, sample.getKey(), sample.getValue()));
        int more = samples.size() - most;
        return table.text("")
                + (more > 0
                        ? Plural.of(more, "other model and language", "other models and languages")
                                + " lost no greater share.\n"
                        : "");
    }

    private static double scored(List<CellRow> cells) {
        return (double) cells.stream().mapToInt(CellRow::n).sum()
                / Math.max(1, cells.stream().mapToInt(CellRow::planned).sum());
    }

    private void row(TextTable table, SampleKey sample, List<CellRow> cells) {
        List<String> row = new ArrayList<>(List.of(sample.model(), Names.language(sample.language())));
        row.add(Integer.toString(cells.stream().mapToInt(CellRow::planned).sum()));
        row.add(Integer.toString(cells.stream().mapToInt(CellRow::n).sum()));
        lost.forEach(outcome -> row.add(Integer.toString(cells.stream()
                .mapToInt(cell -> Objects.requireNonNullElse(cell.outcomes().get(outcome), 0))
                .sum())));
        StatementCounts statements =
                cells.stream().map(CellRow::statements).reduce(StatementCounts.NONE, StatementCounts::plus);
        row.add(StatementWords.different(statements));
        row.add(Integer.toString(statements.questions()));
        row.add(Integer.toString(statements.groups()));
        row.add(Integer.toString(statements.offTopic()));
        table.row(row.toArray(String[]::new));
    }
}
