package dev.cultivar.survey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The countries whose mean stands for what countries share. A table names them in a comment, so that countries added later never join
 * them: with 18 more, the distinct alignment of Americans with Britons would move from 0.23 to 0.33.
 */
final class WorldSet {

    private static final String MARK = "# world:";

    private WorldSet() {}

    /** The countries that the table names, by name; if it names none, those of {@code otherwise} that it has. */
    static List<PopulationKey> of(
            byte[] csv, Collection<PopulationKey> populations, String source, List<PopulationKey> otherwise) {
        Optional<List<PopulationKey>> named = named(csv);
        named.orElse(List.of()).stream()
                .filter(key -> !populations.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new SurveyException("Population table " + source + ": '" + MARK + "' names " + key
                            + ", but no row is about that country.");
                });
        return named.orElse(otherwise).stream()
                .filter(populations::contains)
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<List<PopulationKey>> named(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(MARK))
                .findFirst()
                .map(line -> Arrays.stream(line.substring(MARK.length()).split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .map(name -> new PopulationKey(PopulationType.COUNTRY, name))
                        .toList());
    }
}
