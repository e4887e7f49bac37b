package dev.cultivar.report;

import dev.cultivar.analysis.HumanReference;
import dev.cultivar.results.ReportFile;
import dev.cultivar.results.ResultsCsv;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.microdata.ImportedPopulations;
import dev.cultivar.survey.microdata.PopulationFigure;
import dev.cultivar.text.CsvText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the self-consistency of an import's people next to its population table. */
public final class HumanConsistencyFile {

    public static final String NAME = "human-consistency.csv";

    private static final long SEED = 1;
    private static final double CONFIDENCE = 0.95;

    private HumanConsistencyFile() {}

    /**
     * Writes one row per population, without figures if the survey covers too few topics for it.
     *
     * @return the file
     * @throws ResultsException if it cannot be written
     */
    public static Path write(ImportedPopulations imported, Path folder) {
        Map<PopulationKey, List<PopulationFigure>> byPopulation = imported.figures().stream()
                .collect(Collectors.groupingBy(PopulationFigure::population, LinkedHashMap::new, Collectors.toList()));
        CsvText text = new CsvText(List.of(
                "type",
                "population",
                "language",
                "selfConsistency",
                "lower",
                "upper",
                "confidence",
                "topics",
                "respondents"));
        byPopulation.forEach((population, figures) -> {
            HumanReference.Consistency of = HumanReference.of(
                    figures.stream().mapToDouble(PopulationFigure::polarity).toArray(), SEED, CONFIDENCE);
            text.add(List.of(
                    population.type().name().toLowerCase(Locale.ROOT),
                    ResultsCsv.inert(population.name()),
                    ResultsCsv.inert(figures.get(0).language()),
                    number(of.value()),
                    number(of.interval().lower()),
                    number(of.interval().upper()),
                    CONFIDENCE,
                    of.topics(),
                    HumanReference.RESPONDENTS));
        });
        Path file = folder.resolve(NAME);
        ReportFile.write(file, ResultsJson.bytes(text.toString()));
        return file;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value);
    }
}
