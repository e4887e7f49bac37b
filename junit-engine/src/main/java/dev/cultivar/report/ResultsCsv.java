package dev.cultivar.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code results.csv}: the rows of {@code results[]} for spreadsheets and data frames. */
final class ResultsCsv {

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
            "note");

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

    private ResultsCsv() {}

    static byte[] of(List<ResultRow> rows) {
        CsvSchema schema = CsvSchema.builder()
                .addColumns(COLUMNS, CsvSchema.ColumnType.NUMBER_OR_STRING)
                .build()
                .withHeader();
        List<Map<String, Object>> lines = rows.stream().map(ResultsCsv::line).toList();
        try {
            return Json.bytes(MAPPER.writer(schema).writeValueAsString(lines));
        } catch (JsonProcessingException e) {
            throw new ResultsException("The results cannot be written as CSV: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, Object> line(ResultRow row) {
        Map<String, Object> fields = Json.mapper().convertValue(row, FIELDS);
        fields.replaceAll((column, value) -> value instanceof String text ? inert(text) : value);
        return fields;
    }

    /** A spreadsheet takes text that starts like a formula for one; an apostrophe keeps it text. */
    static String inert(String text) {
        String line = Plain.line(text);
        return !line.isEmpty() && "=+-@|%".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    }
}
