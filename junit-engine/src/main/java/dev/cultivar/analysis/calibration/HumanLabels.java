package dev.cultivar.analysis.calibration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.api.Stance;
import dev.cultivar.text.CsvRecords;
import dev.cultivar.text.MalformedCsvException;
import dev.cultivar.text.PlainText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads human labels: CSV with a header, or one JSON object per line where the file's name ends in {@code .jsonl}. */
public final class HumanLabels {

    private static final List<String> FIELDS = List.of("topic", "language", "statement", "stance");
    /** Malformed rows beyond this number are counted but not listed. */
    private static final int MOST_TOLD = 50;

    private final Path file;
    private final List<HumanLabel> labels = new ArrayList<>();
    private final List<String> malformed = new ArrayList<>();

    private HumanLabels(Path file) {
        this.file = file;
    }

    /**
     * Reads a file with the fields {@code topic, language, statement, stance}; the stance is {@code pro}, {@code con} or {@code neutral}
     * in any case.
     *
     * @throws CalibrationException where the file cannot be read, or has malformed rows; the latter get one line each: file, line and
     *     reason
     */
    public static List<HumanLabel> read(Path file) {
        HumanLabels reading = new HumanLabels(file);
        try {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
                reading.jsonLines();
            } else {
                reading.csv();
            }
        } catch (IOException e) {
            throw new CalibrationException(
                    "Labels " + file + " cannot be read (" + e.getClass().getSimpleName()
                            + "). Check the path given as cultivar.labels, and that it is UTF-8.",
                    e);
        }
        return reading.checked();
    }

    private List<HumanLabel> checked() {
        if (!malformed.isEmpty()) {
            String rest = malformed.size() > MOST_TOLD ? "\n  and " + (malformed.size() - MOST_TOLD) + " more" : "";
            throw new CalibrationException(malformed.size() + " of " + (malformed.size() + labels.size())
                    + " labels are malformed; fix them (no judge was asked):\n  "
                    + String.join("\n  ", malformed.subList(0, Math.min(MOST_TOLD, malformed.size()))) + rest);
        }
        if (labels.isEmpty()) {
            throw new CalibrationException("Labels " + file + " holds none.");
        }
        return List.copyOf(labels);
    }

    private void jsonLines() throws IOException {
        ObjectReader reader = JsonMapper.builder().build().readerForMapOf(String.class);
        int line = 0;
        for (String text : Files.readAllLines(file)) {
            line++;
            if (!text.isBlank()) {
                try {
                    take(reader.readValue(text.replace("\uFEFF", "")), line);
                } catch (JsonProcessingException e) {
                    reject(line, "is not a JSON object of texts");
                }
            }
        }
    }

    private void csv() throws IOException {
        try (CsvRecords records = CsvRecords.of(Files.newBufferedReader(file))) {
            while (records.next()) {
                Map<String, String> row = new HashMap<>();
                FIELDS.forEach(field -> {
                    String value = records.get(field);
                    if (value != null) {
                        row.put(field, value);
                    }
                });
                take(row, records.line());
            }
        } catch (MalformedCsvException e) {
            reject(e.line(), "is not readable as CSV, nor is what follows: " + e.getMessage());
        }
    }

    private void take(Map<String, String> row, long line) {
        Optional<String> missing = FIELDS.stream()
                .filter(field -> {
                    String value = row.get(field);
                    return value == null || value.isBlank();
                })
                .findFirst();
        if (missing.isPresent()) {
            reject(line, "has no '" + missing.get() + "'; the fields are " + String.join(", ", FIELDS));
            return;
        }
        String stance = row.getOrDefault("stance", "").strip();
        try {
            labels.add(new HumanLabel(
                    row.getOrDefault("topic", "").strip(),
                    row.getOrDefault("language", "").strip(),
                    row.getOrDefault("statement", "").strip(),
                    Stance.valueOf(stance.toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException e) {
            reject(line, "stance " + PlainText.quoted(stance) + " is not pro, con or neutral");
        }
    }

    private void reject(long line, String reason) {
        malformed.add(file.getFileName() + ":" + line + ": " + reason);
    }
}
