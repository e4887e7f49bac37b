package dev.cultivar.survey.microdata;

import dev.cultivar.io.AtomicFile;
import dev.cultivar.text.CsvText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes an import as the table that {@code cultivar.populations} reads, along with what was dropped. */
public final class ImportedPopulationsWriter {

    /** File name within the folder. */
    public static final String POPULATIONS = "populations.csv";

    public static final String DROPPED = "dropped-topics.csv";
    public static final String CITATION = "CITATION.txt";

    private ImportedPopulationsWriter() {}

    /**
     * Writes three files into a folder; each is written whole or not at all.
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
            AtomicFile.write(folder.resolve(CITATION), imported.citation() + "\n\n" + ImportedPopulations.TERMS + "\n");
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

    private static List<Object> row(PopulationFigure figure) {
        return List.of(
                figure.population().type().name().toLowerCase(Locale.ROOT),
                figure.population().name(),
                figure.language(),
                figure.topic(),
                String.format(Locale.ROOT, "%.6f", figure.polarity()),
                figure.n(),
                String.format(Locale.ROOT, "%.1f", figure.effectiveSize()),
                String.format(Locale.ROOT, "%.6f", figure.standardError()));
    }

    private static List<Object> row(DroppedTopic topic) {
        return List.of(topic.topic(), topic.population(), topic.reason());
    }

    private static void csv(Path file, List<String> columns, List<List<Object>> rows) throws IOException {
        CsvText text = new CsvText(columns);
        rows.forEach(text::add);
        AtomicFile.write(file, text.toString());
    }
}
