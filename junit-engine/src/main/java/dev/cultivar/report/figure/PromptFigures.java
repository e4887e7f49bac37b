package dev.cultivar.report.figure;

import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.plot.HeatPlot;
import dev.cultivar.report.words.PromptTable;
import dev.cultivar.results.CellRow;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far answers shift with slot and template: over all topics, and topic by topic for the models that shift most. */
final class PromptFigures {

    private static final int MOST = 6;
    private static final double FULL = 0.4;

    private PromptFigures() {}

    static FigureGroup group(String prefix, RunRecord run) {
        List<CellRow> cells = run.cells().stream()
                .map(cell -> CellRow.of(run.plan().suite(), cell))
                .toList();
        List<Figure> figures = new ArrayList<>();
        for (PromptTable table : PromptTable.of(cells)) {
            overall(prefix + "prompts." + (figures.size() + 1), table, figures);
        }
        Map<String, List<CellRow>> samples = new LinkedHashMap<>();
        cells.forEach(cell -> samples.computeIfAbsent(who(cell.model(), cell.language()), name -> new ArrayList<>())
                .add(cell));
        samples.entrySet().stream()
                .sorted(Comparator.comparingDouble(sample -> -spread(sample.getValue())))
                .limit(MOST)
                .forEach(sample -> byTopic(
                        prefix + "prompts." + (figures.size() + 1), sample.getKey(), sample.getValue(), run, figures));
        return new FigureGroup(
                "Polarity by slot and template",
                "",
                "Mean polarity under each slot, or template, minus the topic's own. Orange: more in favour when put"
                        + " this way; blue: less. Topics that move most come first."
                        + (samples.size() > MOST
                                ? " Only " + MOST + " of " + samples.size()
                                        + " pairs of model and language are shown, those that move most; results.json has all."
                                : ""),
                figures);
    }

    private static void overall(String name, PromptTable table, List<Figure> figures) {
        HeatPlot plot = new HeatPlot(name, table.caption(), table.caption() + ".", FULL);
        for (PromptTable.Row row : table.rows()) {
            for (String part : table.parts()) {
                add(plot, who(row.model(), row.language()), part, row.shifts().get(part), "");
            }
        }
        draw(plot, figures);
    }

    private static void byTopic(String name, String who, List<CellRow> cells, RunRecord run, List<Figure> figures) {
        Map<String, String> labels = new LinkedHashMap<>();
        run.plan().topics().forEach(topic -> labels.put(topic.key(), topic.key() + " " + topic.label()));
        HeatPlot plot = new HeatPlot(
                name, "By slot and topic: " + who, "Polarity under each slot minus the topic's own.", FULL);
        cells.stream()
                .sorted(Comparator.comparingDouble((CellRow cell) -> -spread(List.of(cell)))
                        .thenComparing(CellRow::topic))
                .forEach(cell -> {
                    String label = PlainText.line(labels.getOrDefault(cell.topic(), cell.topic()), 36);
                    PromptTable.shifts(cell.parts().slots())
                            .forEach((slot, shift) -> add(
                                    plot,
                                    label,
                                    slot,
                                    shift,
                                    said(cell.parts().slots().get(slot))));
                });
        draw(plot, figures);
    }

    private static String said(PromptParts.@Nullable Part part) {
        return part == null
                ? ""
                : ", polarity " + Decimals.score(part.polarity()) + ", " + Plural.of(part.n(), "response");
    }

    private static void add(HeatPlot plot, String row, String column, @Nullable Double shift, String further) {
        if (shift != null) {
            plot.add(row, column, shift, row + ", " + column + ": " + Decimals.score(shift) + further);
        }
    }

    private static void draw(HeatPlot plot, List<Figure> figures) {
        if (!plot.isEmpty()) {
            figures.add(plot.draw());
        }
    }

    private static String who(String model, String language) {
        return PlainText.line(model + " in " + Names.language(language), 36);
    }

    private static double spread(List<CellRow> cells) {
        return cells.stream()
                .flatMap(cell -> PromptTable.shifts(cell.parts().slots()).values().stream())
                .mapToDouble(Math::abs)
                .average()
                .orElse(0);
    }
}
