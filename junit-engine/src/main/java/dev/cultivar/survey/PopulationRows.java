package dev.cultivar.survey;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the rows of a population table, checking each. */
final class PopulationRows {

    private static final List<String> COLUMNS = List.of("type", "population", "language", "topic", "polarity");

    private PopulationRows() {}

    record Row(long line, PopulationKey population, String language, String topic, double polarity) {}

    static void read(byte[] csv, String source, Consumer<Row> sink) {
        ObjectReader reader = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader().withComments())
                .withFeatures(CsvParser.Feature.TRIM_SPACES, CsvParser.Feature.SKIP_EMPTY_LINES);
        try (MappingIterator<Map<String, String>> rows = reader.readValues(csv)) {
            while (rows.hasNextValue()) {
                JsonParser parser = rows.getParser();
                Map<String, String> row = rows.nextValue();
                sink.accept(row(row, parser.currentTokenLocation().getLineNr(), source));
            }
        } catch (JsonProcessingException e) {
            throw new SurveyException(
                    "Population table " + source + " is not readable CSV: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new SurveyException("Population table " + source + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Row row(Map<String, String> row, long line, String source) {
        return new Row(
                line,
                new PopulationKey(
                        type(field(row, "type", source, line), source, line), field(row, "population", source, line)),
                field(row, "language", source, line),
                field(row, "topic", source, line),
                polarity(field(row, "polarity", source, line), source, line));
    }

    private static String field(Map<String, String> row, String column, String source, long line) {
        String value = row.get(column);
        if (value == null) {
            throw new SurveyException("Population table " + source + ", line " + line + " has no column '" + column
                    + "'; its header must be " + String.join(",", COLUMNS) + ".");
        }
        return value;
    }

    private static PopulationType type(String text, String source, long line) {
        try {
            return PopulationType.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new SurveyException(
                    "Population table " + source + ", line " + line + ": type '" + text
                            + "' is none of country, language, global, group.",
                    e);
        }
    }

    private static double polarity(String text, String source, long line) {
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message that covers both
        }
        throw new SurveyException(
                "Population table " + source + ", line " + line + ": polarity '" + text + "' is no number in [0,1].");
    }
}
