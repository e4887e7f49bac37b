package dev.cultivar.survey;

import dev.cultivar.text.CsvRecords;
import dev.cultivar.text.MalformedCsvException;
import dev.cultivar.text.WrittenShare;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads the rows of a population table, checks each, and reports everything that is wrong with them at once. */
final class PopulationRows {

    private static final List<String> COLUMNS = List.of("type", "population", "language", "topic", "polarity");

    /** A file of another format has a mistake in every line. */
    private static final int MOST_TOLD = 20;

    private PopulationRows() {}

    record Row(long line, PopulationKey population, String language, String topic, double polarity) {}

    static void read(byte[] csv, String source, Consumer<Row> sink) {
        // The usual decoder replaces what is not UTF-8 with a question mark; this one reports it.
        Reader text = new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8.newDecoder());
        try (CsvRecords records = CsvRecords.withComments(text)) {
            requireColumns(records.header(), source);
            List<String> problems = new ArrayList<>();
            while (problems.size() < MOST_TOLD && records.next()) {
                try {
                    sink.accept(row(records, source));
                } catch (SurveyException e) {
                    problems.addAll(e.problems());
                }
            }
            if (!problems.isEmpty()) {
                throw new SurveyException(problems);
            }
        } catch (MalformedCsvException e) {
            throw new SurveyException("Population table " + source + " is not readable CSV: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new SurveyException("Population table " + source + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void requireColumns(List<String> header, String source) {
        List<String> missing =
                COLUMNS.stream().filter(name -> !header.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new SurveyException("Population table " + source + " has no column '" + String.join("', '", missing)
                    + "'; its header must be " + String.join(",", COLUMNS) + ".");
        }
    }

    private static Row row(CsvRecords records, String source) {
        long line = records.line();
        if (records.size() > records.header().size()) {
            throw new SurveyException("Population table " + source + ", line " + line + " has " + records.size()
                    + " fields below a header of " + records.header().size() + ".");
        }
        return new Row(
                line,
                new PopulationKey(
                        type(field(records, "type", source), source, line), field(records, "population", source)),
                field(records, "language", source),
                field(records, "topic", source),
                polarity(field(records, "polarity", source), source, line));
    }

    private static String field(CsvRecords records, String column, String source) {
        String value = records.get(column);
        if (value == null) {
            throw new SurveyException(
                    "Population table " + source + ", line " + records.line() + " has no " + column + ".");
        }
        return value;
    }

    private static PopulationType type(String text, String source, long line) {
        try {
            PopulationType type = PopulationType.valueOf(text.toUpperCase(Locale.ROOT));
            if (type == PopulationType.LOCAL) {
                throw new IllegalArgumentException("means are no rows");
            }
            return type;
        } catch (IllegalArgumentException e) {
            throw new SurveyException(
                    "Population table " + source + ", line " + line + ": type '" + text
                            + "' is not country, language, global or group.",
                    e);
        }
    }

    private static double polarity(String text, String source, long line) {
        double value = WrittenShare.of(text);
        if (Double.isNaN(value)) {
            throw new SurveyException("Population table " + source + ", line " + line + ": polarity '" + text + "' "
                    + WrittenShare.problem(text) + ".");
        }
        return value;
    }
}
