package dev.cultivar.results;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.CsvText;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes {@code results.csv}: the rows of {@code results[]} for spreadsheets and data frames. */
public final class ResultsCsv {

    /** Name of the file within the output folder. */
    public static final String NAME = "results.csv";

    private static final List<String> COLUMNS = List.of(
            "suite",
            "statistic",
            "model",
            "family",
            "language",
            "population",
            "populationType",
            "metric",
            "estimate",
            "lower",
            "upper",
            "confidence",
            "estimand",
            "otherLower",
            "otherUpper",
            "n",
            "topics",
            "unit",
            "method",
            "stdError",
            "df",
            "scale",
            "p",
            "own",
            "reference",
            "world",
            "bestOther",
            "bestOtherName",
            "random",
            "note",
            "prompts");

    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private ResultsCsv() {}

    /** Rows about whose prompts nothing is known. */
    public static byte[] of(List<ResultRow> rows, Function<ResultRow, String> note) {
        return of(rows, List.of(), note);
    }

    /**
     * All rows.
     *
     * @param note turns a row's notes into one line
     * @param suites suites, which say in which languages no native reader has approved the prompts
     */
    public static byte[] of(List<ResultRow> rows, List<SuiteInfo> suites, Function<ResultRow, String> note) {
        CsvText csv = new CsvText(COLUMNS);
        for (ResultRow row : rows) {
            Map<String, Object> line = line(row, note.apply(row), UnreviewedPrompts.prompts(suites, row));
            List<@Nullable Object> fields = new ArrayList<>();
            COLUMNS.forEach(column -> fields.add(line.get(column)));
            csv.add(fields);
        }
        return ResultsJson.bytes(csv.toString());
    }

    private static Map<String, Object> line(ResultRow row, String note, String prompts) {
        Map<String, Object> fields = ResultsJson.mapper().convertValue(row, FIELDS);
        fields.remove("notes");
        fields.remove("references");
        if (row.references() != null) {
            fields.putAll(ResultsJson.mapper().convertValue(row.references(), FIELDS));
        }
        fields.put("note", note);
        fields.put("prompts", prompts);
        fields.replaceAll((column, value) -> value instanceof String text ? inert(text) : value);
        return fields;
    }

    /** Spreadsheets would run text that starts like a formula; a leading apostrophe keeps it text. */
    public static String inert(String text) {
        String line = PlainText.line(text);
        return !line.isEmpty() && "=+-@|%".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    }
}
