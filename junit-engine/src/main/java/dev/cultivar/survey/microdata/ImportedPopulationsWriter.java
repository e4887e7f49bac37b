package dev.cultivar.survey.microdata;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.cultivar.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes an import as the table that {@code cultivar.populations} reads, with what was dropped beside it. */
public final class ImportedPopulationsWriter {

    /** File names within the folder. */
    public static final String POPULATIONS = "populations.csv";

    public static final String DROPPED = "dropped-topics.csv";
    public static final String CITATION = "CITATION.txt";

    private ImportedPopulationsWriter() {}

    /**
     * Writes three files into a folder, each at once or not at all.
     *
     * @throws MicrodataException where the folder cannot be written
     */
    public static void write(ImportedPopulations imported, Path folder) {
        try {
            Files.createDirectories(folder);
            csv(
                    folder.resolve(DROPPED),
                    List.of("topic", "population", "reason"),
                    imported.dropped().stream()
                            .map(ImportedPopulationsWriter::row)
                            .toList());
            AtomicFile.write(folder.resolve(CITATION), ImportedPopulations.CITATION + "\n");
            csv(
                    folder.resolve(POPULATIONS),
                    List.of("type", "population", "language", "topic", "polarity", "n", "effectiveSize", "stdError"),
                    imported.figures().stream()
                            .map(ImportedPopulationsWriter::row)
                            .toList());
        } catch (IOException e) {
            throw new MicrodataException(
                    "The population table cannot be written to " + folder + " ("
                            + e.getClass().getSimpleName() + ": " + e.getMessage() + ").",
                    e);
        }
    }

    private static Map<String, Object> row(PopulationFigure figure) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("type", figure.population().type().name().toLowerCase(Locale.ROOT));
        row.put("population", figure.population().name());
        row.put("language", figure.language());
        row.put("topic", figure.topic());
        row.put("polarity", String.format(Locale.ROOT, "%.6f", figure.polarity()));
        row.put("n", figure.n());
        row.put("effectiveSize", String.format(Locale.ROOT, "%.1f", figure.effectiveSize()));
        row.put("stdError", String.format(Locale.ROOT, "%.6f", figure.standardError()));
        return row;
    }

    private static Map<String, Object> row(DroppedTopic topic) {
        return Map.of("topic", topic.topic(), "population", topic.population(), "reason", topic.reason());
    }

    private static void csv(Path file, List<String> columns, List<Map<String, Object>> rows) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\n");
        columns.forEach(schema::addColumn);
        AtomicFile.write(file, out -> new CsvMapper()
                .writer(schema.build())
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .writeValues(out)
                .writeAll(rows)
                .flush());
    }
}
