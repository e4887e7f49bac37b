package dev.cultivar.maven.reference;

import dev.cultivar.survey.PopulationTable;
import dev.cultivar.text.CsvRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the built-in figures of each population were made from, as its table says. */
final class FigureSources {

    private static final String TABLE = "/dev/cultivar/survey/populations.csv";
    private static final Map<String, TreeSet<String>> BY_POPULATION = read();

    private FigureSources() {}

    /** Code words of the sources, for a cell of a table. */
    static String of(String population) {
        return BY_POPULATION.getOrDefault(population, new TreeSet<>()).stream()
                .map(source -> "`" + source + "`")
                .collect(Collectors.joining(", "));
    }

    /** Populations whose figures are of no other source. */
    static Set<String> only(String source) {
        return BY_POPULATION.entrySet().stream()
                .filter(entry -> entry.getValue().equals(Set.of(source)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, TreeSet<String>> read() {
        Map<String, TreeSet<String>> sources = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(PopulationTable.class.getResourceAsStream(TABLE));
                CsvRecords rows = CsvRecords.withComments(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            while (rows.next()) {
                sources.computeIfAbsent(Objects.requireNonNull(rows.get("population")), name -> new TreeSet<>())
                        .add(Objects.requireNonNull(rows.get("source")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
        return sources;
    }
}
