package dev.cultivar.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
            "n",
            "topics",
            "unit",
            "method",
            "stdError",
            "df",
            "p",
            "note",
            "prompts");

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private ResultsCsv() {}

    /** Rows of which nothing is known of their prompts. */
    public static byte[] of(List<ResultRow> rows, Function<ResultRow, String> note) {
        return of(rows, List.of(), note);
    }

    /**
     * All rows.
     *
     * @param note makes a line of the notes of a row
     * @param suites say in which languages no native reader has approved the prompts
     */
    public static byte[] of(List<ResultRow> rows, List<SuiteInfo> suites, Function<ResultRow, String> note) {
        CsvSchema schema = CsvSchema.builder()
                .addColumns(COLUMNS, CsvSchema.ColumnType.NUMBER_OR_STRING)
                .build()
                .withHeader();
        List<Map<String, Object>> lines = rows.stream()
                .map(row -> line(row, note.apply(row), UnreviewedPrompts.prompts(suites, row)))
                .toList();
        try {
            return ResultsJson.bytes(MAPPER.writer(schema).writeValueAsString(lines));
        } catch (JsonProcessingException e) {
            throw new ResultsException("The results cannot be written as CSV: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, Object> line(ResultRow row, String note, String prompts) {
        Map<String, Object> fields = ResultsJson.mapper().convertValue(row, FIELDS);
        fields.remove("notes");
        fields.put("note", note);
        fields.put("prompts", prompts);
        fields.replaceAll((column, value) -> value instanceof String text ? inert(text) : value);
        return fields;
    }

    /** A spreadsheet takes text that starts like a formula for one; an apostrophe keeps it text. */
    public static String inert(String text) {
        String line = PlainText.line(text);
        return !line.isEmpty() && "=+-@|%".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    }
}
