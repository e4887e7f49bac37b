package dev.cultivar.survey.microdata;

import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.Coding;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationType;
import dev.cultivar.survey.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Value polarity of every country, language, group and of everyone (Eq. 1), from the Joint EVS/WVS 2017-2022 file.
 * Memory does not grow with the number of respondents.
 */
public final class MicrodataImport {

    private final Path file;
    private final MicrodataColumns columns;
    private final CodingRule rule;
    private final Optional<String> groupBy;
    private final Map<PopulationKey, Map<String, Tally>> tallies = new TreeMap<>();
    private final Map<String, Map<String, Double>> languageWeights = new HashMap<>();

    private MicrodataImport(Path file, MicrodataColumns columns, CodingRule rule, Optional<String> groupBy) {
        this.file = file;
        this.columns = columns;
        this.rule = rule;
        this.groupBy = groupBy;
    }

    /**
     * Reads a file to its end.
     *
     * @param file CSV, UTF-8, {@code ;} or {@code ,}
     * @param catalogue topics and their codes
     * @param rule what becomes of neutral codes
     * @param groupBy a further column whose values are groups
     * @throws MicrodataException naming row and column, where the file is not what it should be
     */
    public static ImportedPopulations read(Path file, Catalogue catalogue, CodingRule rule, Optional<String> groupBy) {
        try (MicrodataRows rows = MicrodataRows.open(file)) {
            MicrodataColumns columns = MicrodataColumns.of(rows.header(), catalogue, groupBy, file.toString());
            return new MicrodataImport(file, columns, rule, groupBy).read(rows);
        }
    }

    private ImportedPopulations read(MicrodataRows rows) {
        @Nullable String[] row = new String[columns.width()];
        IntPredicate wanted = wanted();
        while (rows.next(row, wanted)) {
            add(row, rows.row());
        }
        if (rows.row() == 0) {
            throw new MicrodataException(file + " has a header and no respondent.");
        }
        return new ImportedPopulations(figures(), dropped(), rows.row(), rule);
    }

    private IntPredicate wanted() {
        boolean[] wanted = new boolean[columns.width()];
        for (int column : List.of(columns.country(), columns.language(), columns.gwght(), columns.pwght())) {
            wanted[column] = true;
        }
        columns.topics().keySet().forEach(column -> wanted[column] = true);
        columns.group().ifPresent(column -> wanted[column] = true);
        return column -> wanted[column];
    }

    private void add(@Nullable String[] row, long number) {
        double weight = weight(row, columns.gwght(), "gwght", number) * weight(row, columns.pwght(), "pwght", number);
        if (weight == 0) {
            return;
        }
        List<PopulationKey> populations = populations(row, weight, number);
        columns.topics().forEach((column, topic) -> {
            int code = code(text(row, column), topic, number);
            Coding coding = topic.coding();
            boolean missing = code <= 0
                    || (rule == CodingRule.DROP_NEUTRAL && coding.neutral().contains(code));
            if (!missing) {
                boolean inFavour = coding.affirmative().contains(code);
                populations.forEach(population -> tally(population, topic).add(weight, inFavour));
            }
        });
    }

    private List<PopulationKey> populations(@Nullable String[] row, double weight, long number) {
        List<PopulationKey> populations = new ArrayList<>(4);
        populations.add(PopulationKey.GLOBAL);
        String country = text(row, columns.country());
        if (country.isEmpty()) {
            throw new MicrodataException(file + ", row " + number + ": cntry_AN is empty.");
        }
        populations.add(new PopulationKey(PopulationType.COUNTRY, country));
        String language = text(row, columns.language());
        if (isGiven(language)) {
            populations.add(new PopulationKey(PopulationType.LANGUAGE, language));
            languageWeights.computeIfAbsent(country, key -> new HashMap<>()).merge(language, weight, Double::sum);
        }
        columns.group().ifPresent(column -> {
            String value = text(row, column);
            if (isGiven(value)) {
                populations.add(new PopulationKey(PopulationType.GROUP, groupBy.orElseThrow() + "=" + value));
            }
        });
        return populations;
    }

    /** The file marks what is missing by a negative number. */
    private static boolean isGiven(String value) {
        return !value.isEmpty() && !value.startsWith("-");
    }

    private Tally tally(PopulationKey population, Topic topic) {
        return tallies.computeIfAbsent(population, key -> new TreeMap<>())
                .computeIfAbsent(topic.key(), key -> new Tally());
    }

    private double weight(@Nullable String[] row, int column, String name, long number) {
        String text = text(row, column);
        try {
            double weight = Double.parseDouble(text);
            if (weight >= 0 && weight < Double.POSITIVE_INFINITY) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // the message below covers it
        }
        throw new MicrodataException(
                file + ", row " + number + ": " + name + " is '" + text + "' and no weight (a number of at least 0).");
    }

    private int code(String text, Topic topic, long number) {
        if (text.isEmpty()) {
            return 0;
        }
        int code;
        try {
            code = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new MicrodataException(
                    file + ", row " + number + ": " + topic.key() + " is '" + text + "' and no whole number.", e);
        }
        if (code > topic.coding().codes()) {
            throw new MicrodataException(file + ", row " + number + ": " + topic.key() + " is " + code
                    + ", but the catalogue knows its codes as 1 to "
                    + topic.coding().codes() + ".");
        }
        return code;
    }

    private static String text(@Nullable String[] row, int column) {
        String text = row[column];
        return text == null ? "" : text.strip();
    }

    private List<PopulationFigure> figures() {
        List<PopulationFigure> figures = new ArrayList<>();
        tallies.forEach((population, topics) -> topics.forEach((topic, tally) -> figures.add(new PopulationFigure(
                population,
                language(population),
                topic,
                tally.polarity(),
                tally.n(),
                tally.effectiveSize(),
                tally.standardError()))));
        return figures;
    }

    /** A country's language is the one with the most weight in it. */
    private String language(PopulationKey population) {
        return switch (population.type()) {
            case LANGUAGE -> population.name();
            case COUNTRY ->
                languageWeights.getOrDefault(population.name(), Map.of()).entrySet().stream()
                        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElse("");
            case GLOBAL, GROUP -> "";
        };
    }

    private List<DroppedTopic> dropped() {
        List<DroppedTopic> dropped = new ArrayList<>();
        columns.absent()
                .forEach(topic -> dropped.add(new DroppedTopic(topic.key(), "all", "the file has no such column")));
        Map<String, Tally> everyone = tallies.getOrDefault(PopulationKey.GLOBAL, Map.of());
        columns.topics().values().stream()
                .sorted(java.util.Comparator.comparing(Topic::key))
                .forEach(topic -> {
                    if (!everyone.containsKey(topic.key())) {
                        dropped.add(new DroppedTopic(topic.key(), "all", "no respondent has a valid answer"));
                        return;
                    }
                    tallies.forEach((population, topics) -> {
                        if (!topics.containsKey(topic.key())) {
                            dropped.add(new DroppedTopic(
                                    topic.key(), population.name(), "no respondent has a valid answer"));
                        }
                    });
                });
        return dropped;
    }
}
