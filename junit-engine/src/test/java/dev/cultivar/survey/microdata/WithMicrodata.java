package dev.cultivar.survey.microdata;

import dev.cultivar.survey.Catalogue;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Files that a user may have, made up with known answers. */
abstract class WithMicrodata {

    @TempDir
    Path folder;

    static MicrodataOptions in(Charset charset) {
        return new MicrodataOptions(charset, CodingRule.PUBLISHED, Optional.empty());
    }

    ImportedPopulations read(MadeUpFile file) throws IOException {
        return read(file, MadeUpFile.options(CodingRule.PUBLISHED));
    }

    ImportedPopulations read(MadeUpFile file, MicrodataOptions options) throws IOException {
        return MicrodataImport.read(file.write(folder.resolve("f.csv")), Catalogue.builtIn(), options);
    }

    static Map<String, Double> figures(ImportedPopulations imported) {
        return imported.figures().stream()
                .collect(Collectors.toMap(
                        figure -> figure.population().name() + " " + figure.topic(),
                        PopulationFigure::polarity,
                        (one, other) -> one,
                        TreeMap::new));
    }

    static double polarity(ImportedPopulations imported, String population, String topic) {
        return figure(imported, population, topic).polarity();
    }

    static PopulationFigure figure(ImportedPopulations imported, String population, String topic) {
        return imported.figures().stream()
                .filter(figure -> figure.population().name().equals(population)
                        && figure.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }
}
