package dev.cultivar.report.words;

import dev.cultivar.results.CellRow;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.text.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far answers shift with the way a topic is put: one row per model and language, one column per slot or template. Each value is the
 * mean over topics of the polarity under that slot or template minus the topic's own polarity, which is the mean over its slots or
 * templates.
 *
 * @param caption what the table shows
 * @param parts labels of slots or ids of templates, in order
 * @param rows one per model and language
 */
public record PromptTable(String caption, List<String> parts, List<Row> rows) {

    /** Number of columns with words. */
    public static final int WORDS = 2;

    public PromptTable {
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
    }

    /**
     * A model in a language.
     *
     * @param shifts shifts by part, in [-1,1]; parts without any scored response are absent
     */
    public record Row(String model, String language, Map<String, Double> shifts) {
        public Row {
            shifts = Map.copyOf(shifts);
        }
    }

    /** The tables by slot and by template, if anything was scored. */
    public static List<PromptTable> of(List<CellRow> cells) {
        return Stream.of(
                        of("By slot: mean polarity over topics minus the topic's own", cells, cell -> cell.parts()
                                .slots()),
                        of("By template: mean polarity over topics minus the topic's own", cells, cell -> cell.parts()
                                .templates()))
                .filter(table -> !table.parts().isEmpty())
                .toList();
    }

    private static PromptTable of(
            String caption, List<CellRow> cells, Function<CellRow, Map<String, PromptParts.Part>> partsOf) {
        Map<List<String>, Map<String, List<Double>>> found = new LinkedHashMap<>();
        for (CellRow cell : cells) {
            Map<String, List<Double>> sample =
                    found.computeIfAbsent(List.of(cell.model(), cell.language()), key -> new LinkedHashMap<>());
            shifts(partsOf.apply(cell)).forEach((part, shift) -> sample.computeIfAbsent(part, key -> new ArrayList<>())
                    .add(shift));
        }
        List<Row> rows = new ArrayList<>();
        found.forEach((key, shifts) -> {
            Map<String, Double> means = new LinkedHashMap<>();
            shifts.forEach((part, of) -> means.put(
                    part, of.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
            rows.add(new Row(key.get(0), key.get(1), means));
        });
        return new PromptTable(caption, order(cells, partsOf), rows);
    }

    /** How far each part shifts a topic's polarity; empty if only one part was scored. */
    public static Map<String, Double> shifts(Map<String, PromptParts.Part> parts) {
        double own = parts.values().stream()
                .mapToDouble(PromptParts.Part::polarity)
                .average()
                .orElse(Double.NaN);
        Map<String, Double> shifts = new LinkedHashMap<>();
        if (parts.size() > 1) {
            parts.forEach((name, part) -> shifts.put(name, part.polarity() - own));
        }
        return shifts;
    }

    /** The order of parts in the cell that has most of them; any others follow. */
    private static List<String> order(List<CellRow> cells, Function<CellRow, Map<String, PromptParts.Part>> partsOf) {
        return cells.stream()
                .map(partsOf)
                .filter(parts -> parts.size() > 1)
                .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                .flatMap(parts -> parts.keySet().stream())
                .distinct()
                .toList();
    }

    /** Heads of the columns; the first {@link #WORDS} columns contain words. */
    public List<String> heads() {
        return Stream.concat(Stream.of("Model", "Language"), parts.stream()).toList();
    }

    /** The cells of each row, in the order of {@link #heads()}. */
    public List<List<String>> cells() {
        return rows.stream()
                .map(row -> Stream.concat(
                                Stream.of(row.model(), Names.language(row.language())),
                                parts.stream().map(part -> shift(row.shifts().get(part))))
                        .toList())
                .toList();
    }

    private static String shift(@Nullable Double shift) {
        return shift == null ? "" : String.format(Locale.ROOT, "%+.3f", Math.round(shift * 1000) / 1000.0);
    }
}
