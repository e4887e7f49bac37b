package dev.cultivar.analysis.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.cultivar.api.Stance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads human labels: CSV with a header, or a JSON object a line where the name ends in {@code .jsonl}. */
public final class HumanLabels {

    private static final List<String> FIELDS = List.of("topic", "language", "statement", "stance");

    private HumanLabels() {}

    /**
     * Reads a file with the fields {@code topic, language, statement, stance}; the stance is {@code pro}, {@code con} or
     * {@code neutral} in any case.
     *
     * @throws CalibrationException naming file and row, where it cannot be read or a field is missing or wrong
     */
    public static List<HumanLabel> read(Path file) {
        boolean lines = file.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl");
        ObjectReader reader = lines
                ? JsonMapper.builder().build().readerForMapOf(String.class)
                : new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .withFeatures(CsvParser.Feature.TRIM_SPACES, CsvParser.Feature.SKIP_EMPTY_LINES);
        List<HumanLabel> labels = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = reader.readValues(Files.readAllBytes(file))) {
            while (rows.hasNextValue()) {
                labels.add(label(rows.nextValue(), file, labels.size() + 1));
            }
        } catch (JsonProcessingException e) {
            throw new CalibrationException(
                    file + ", label " + (labels.size() + 1) + " is not readable: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new CalibrationException(
                    "Labels " + file + " cannot be read (" + e.getClass().getSimpleName()
                            + "). Check the path given as cultivar.labels.",
                    e);
        }
        if (labels.isEmpty()) {
            throw new CalibrationException("Labels " + file + " holds none.");
        }
        return List.copyOf(labels);
    }

    private static HumanLabel label(Map<String, String> row, Path file, int number) {
        for (String field : FIELDS) {
            String value = row.get(field);
            if (value == null || value.isBlank()) {
                throw new CalibrationException(file + ", label " + number + " has no '" + field + "'; the fields are "
                        + String.join(", ", FIELDS) + ".");
            }
        }
        String stance = row.getOrDefault("stance", "").strip();
        try {
            return new HumanLabel(
                    row.getOrDefault("topic", "").strip(),
                    row.getOrDefault("language", "").strip(),
                    row.getOrDefault("statement", "").strip(),
                    Stance.valueOf(stance.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new CalibrationException(
                    file + ", label " + number + ": stance '" + stance + "' is none of pro, con, neutral.", e);
        }
    }
}
