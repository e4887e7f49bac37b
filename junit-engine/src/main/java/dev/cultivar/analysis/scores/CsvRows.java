package dev.cultivar.analysis.scores;

import dev.cultivar.text.CsvRecords;
import dev.cultivar.text.Digits;
import dev.cultivar.text.MalformedCsvException;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import dev.cultivar.text.WrittenShare;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file row by row. The header decides the separator (comma, semicolon or tab); quotes are optional; the encoding is UTF-8,
 * with or without a byte order mark; columns may be in any order, and further ones are ignored. A row is one line, so a bad row costs
 * only itself.
 */
final class CsvRows {

    /** Takes rows and says which of them cannot be used. */
    interface Sink {
        /**
         * Takes one row.
         *
         * @return why it cannot be used, or null
         */
        @Nullable
        String row(List<String> fields, long line);
    }

    private final Path file;
    private final List<String> columns;
    private final List<String> rejected = new ArrayList<>();
    private long rows;
    private char separator = ',';

    CsvRows(Path file, String... columns) {
        this.file = file;
        this.columns = List.of(columns);
    }

    long rows() {
        return rows;
    }

    /** Each row that was left out, as {@code file:line: reason}. */
    List<String> rejected() {
        return rejected;
    }

    /**
     * Hands every row to the sink, its fields in the order of the columns.
     *
     * @throws ScoresException where the file cannot be read, lacks a column or has no rows, or where too many rows are malformed
     */
    void read(double mostRejected, Sink sink) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (InputStream in = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, decoder))) {
            String header = reader.readLine();
            int[] places = places(header == null ? "" : header);
            long line = 1;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (!text.isBlank()) {
                    rows++;
                    String reason = row(text, places, line, sink);
                    if (reason != null) {
                        rejected.add(file.getFileName() + ":" + line + ": " + reason);
                    }
                }
            }
        } catch (CharacterCodingException e) {
            throw new ScoresException(file + " is not UTF-8; convert it first.");
        } catch (IOException e) {
            throw new ScoresException(file + " cannot be read (" + e.getClass().getSimpleName() + "); check the path.");
        }
        if (rows == 0) {
            throw new ScoresException(file + " has no rows below its header " + String.join(",", columns) + ".");
        }
        if (rejected.size() > mostRejected * rows) {
            throw new ScoresException(
                    rejected.get(0) + ". " + rejected.size() + " of " + Plural.of(rows, "row") + " of " + file
                            + " cannot be used; "
                            + (mostRejected == 0
                                    ? "every one must be right."
                                    : "at most a share of " + Digits.exact(mostRejected) + " may be left out."),
                    rejected);
        }
    }

    private int[] places(String header) {
        String text = header.startsWith("\uFEFF") ? header.substring(1) : header;
        separator = CsvRecords.separator(text);
        List<String> names = names(text);
        int[] places = new int[columns.size()];
        for (int c = 0; c < places.length; c++) {
            places[c] = names.indexOf(columns.get(c));
            if (places[c] < 0) {
                throw new ScoresException(file + " has no column '" + columns.get(c) + "'; its first line must be "
                        + String.join(",", columns) + ".");
            }
        }
        return places;
    }

    private List<String> names(String header) {
        try {
            return CsvRecords.fields(header, separator).stream()
                    .map(String::strip)
                    .toList();
        } catch (MalformedCsvException e) {
            return List.of();
        }
    }

    private @Nullable String row(String text, int[] places, long line, Sink sink) {
        List<String> fields;
        try {
            fields = CsvRecords.fields(text, separator);
        } catch (MalformedCsvException e) {
            boolean odd = text.chars().filter(c -> c == '"').count() % 2 == 1;
            return odd ? "a quote is not closed" : "a quote is closed within a field";
        }
        int needed = Arrays.stream(places).max().orElse(0) + 1;
        if (fields.size() < needed) {
            return "has " + fields.size() + " fields instead of " + needed;
        }
        List<String> chosen = new ArrayList<>(places.length);
        for (int c = 0; c < places.length; c++) {
            String value = fields.get(places[c]).strip();
            if (value.isEmpty()) {
                return columns.get(c) + " is empty";
            }
            chosen.add(value);
        }
        return sink.row(chosen, line);
    }

    /** A number in [0,1], or NaN. A comma is read as a decimal comma where commas do not separate columns. */
    double share(String text) {
        return WrittenShare.of(separator == ',' ? text : text.replace(',', '.'));
    }

    /** A value of the file, as messages show it. */
    static String shown(String value) {
        return PlainText.quoted(value);
    }
}
