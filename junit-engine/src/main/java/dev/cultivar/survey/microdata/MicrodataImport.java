package dev.cultivar.survey.microdata;

import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.Coding;
import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationType;
import dev.cultivar.survey.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Computes the value polarity of every country, language, group and of everyone (Eq. 1) from a file that EVS and WVS publish
 * ({@link MicrodataShape}). Memory does not grow with the number of respondents.
 */
public final class MicrodataImport {

    private static final String EXPORT_CODES =
            " Write codes, not labels: in SPSS save as CSV without value labels, in Stata `export delimited, nolabel`,"
                    + " in R `haven::zap_labels` first, in pandas `convert_categoricals=False`.";

    private final Path file;
    private final MicrodataColumns columns;
    private final MicrodataOptions options;
    private final Map<PopulationKey, Map<String, PolarityTally>> tallies = new TreeMap<>();
    private final Map<String, Map<String, Double>> languageWeights = new HashMap<>();
    private final Map<String, String> countries = new HashMap<>();
    private long respondents;

    private MicrodataImport(Path file, MicrodataColumns columns, MicrodataOptions options) {
        this.file = file;
        this.columns = columns;
        this.options = options;
    }

    /**
     * Reads a file to its end.
     *
     * @param file CSV with {@code ;}, {@code ,} or tabs as separators
     * @param catalogue topics and their codes
     * @throws MicrodataException naming row and column, where the file is not as it should be
     */
    public static ImportedPopulations read(Path file, Catalogue catalogue, MicrodataOptions options) {
        try (MicrodataRows rows = MicrodataRows.open(file, options.charset())) {
            MicrodataColumns columns =
                    MicrodataColumns.of(rows.header(), catalogue, options.groupBy(), file.toString());
            return new MicrodataImport(file, columns, options).read(rows);
        }
    }

    private ImportedPopulations read(MicrodataRows rows) {
        @Nullable String[] row = new String[columns.header().size()];
        IntPredicate wanted = wanted();
        while (rows.next(row, wanted)) {
            if (columns.waves().include(column -> text(row, column))) {
                respondents++;
                add(row, rows.row());
            }
        }
        if (rows.row() == 0) {
            throw new MicrodataException(file + " has a header and no respondent.");
        }
        if (respondents == 0) {
            throw new MicrodataException(
                    file + " has no respondent of EVS wave 5 or WVS wave 7, asked from 2017 on; take a newer"
                            + " version of the file.");
        }
        return new ImportedPopulations(
                figures(),
                dropped(),
                respondents,
                options.rule(),
                columns.shape().citation());
    }

    private IntPredicate wanted() {
        boolean[] wanted = new boolean[columns.header().size()];
        wanted[columns.country()] = true;
        wanted[columns.weight()] = true;
        for (OptionalInt column : List.of(columns.language(), columns.populationWeight(), columns.group())) {
            column.ifPresent(at -> wanted[at] = true);
        }
        columns.topics().forEach(column -> wanted[column.index()] = true);
        columns.waves().columns().keySet().forEach(column -> wanted[column] = true);
        return column -> wanted[column];
    }

    private void add(@Nullable String[] row, long number) {
        double weight = weight(row, columns.weight(), number);
        if (columns.populationWeight().isPresent()) {
            weight *= weight(row, columns.populationWeight().getAsInt(), number);
        }
        if (weight == 0) {
            return;
        }
        List<PopulationKey> populations = populations(row, weight, number);
        for (TopicColumn column : columns.topics()) {
            int code = code(text(row, column.index()), column, number);
            Coding coding = column.topic().coding();
            boolean missing = code <= 0
                    || (options.rule() == CodingRule.DROP_NEUTRAL
                            && coding.neutral().contains(code));
            if (!missing) {
                boolean inFavour = coding.affirmative().contains(code);
                for (PopulationKey population : populations) {
                    tally(population, column.topic()).add(weight, inFavour);
                }
            }
        }
    }

    private List<PopulationKey> populations(@Nullable String[] row, double weight, long number) {
        List<PopulationKey> populations = new ArrayList<>(4);
        String country = country(row, number);
        populations.add(new PopulationKey(PopulationType.COUNTRY, country));
        String language = columns.language().isPresent()
                ? FieldText.language(text(row, columns.language().getAsInt()))
                : "";
        if (!language.isEmpty()) {
            languageWeights.computeIfAbsent(country, key -> new HashMap<>()).merge(language, weight, Double::sum);
        }
        if (columns.populationWeight().isEmpty()) {
            return populations;
        }
        populations.add(PopulationKey.GLOBAL);
        if (!language.isEmpty()) {
            populations.add(new PopulationKey(PopulationType.LANGUAGE, language));
        }
        if (columns.group().isPresent()) {
            String value = text(row, columns.group().getAsInt());
            if (isGiven(value)) {
                populations.add(new PopulationKey(
                        PopulationType.GROUP, options.groupBy().orElseThrow() + "=" + value));
            }
        }
        return populations;
    }

    private String country(@Nullable String[] row, long number) {
        String text = text(row, columns.country());
        return countries.computeIfAbsent(text, code -> SurveyCountries.code(code)
                .orElseThrow(() -> new MicrodataException(file + ", row " + number + ": "
                        + columns.name(columns.country()) + " is '" + code + "', which is not a country code."
                        + (FieldText.label(code) ? EXPORT_CODES : ""))));
    }

    /** The files mark missing values with negative numbers. */
    private static boolean isGiven(String value) {
        return !FieldText.missing(value) && !value.startsWith("-");
    }

    private PolarityTally tally(PopulationKey population, Topic topic) {
        return tallies.computeIfAbsent(population, key -> new TreeMap<>())
                .computeIfAbsent(topic.key(), key -> new PolarityTally());
    }

    private double weight(@Nullable String[] row, int column, long number) {
        String text = text(row, column);
        double weight = FieldText.number(text).orElse(-1);
        if (weight < 0) {
            throw new MicrodataException(file + ", row " + number + ": " + columns.name(column) + " is '" + text
                    + "', not a weight (a number of at least 0).");
        }
        return weight;
    }

    /** The topic's code; 0 or less where there is no answer. */
    private int code(String text, TopicColumn column, long number) {
        if (FieldText.missing(text)) {
            return 0;
        }
        double written = FieldText.number(text).orElse(Double.NaN);
        int code = (int) written;
        if (code != written) {
            throw new MicrodataException(file + ", row " + number + ": " + column.name() + " is '" + text
                    + (FieldText.label(text)
                            ? "', a label rather than a code." + EXPORT_CODES
                            : "', not a whole number."));
        }
        if (code > column.scale()) {
            throw new MicrodataException(file + ", row " + number + ": " + column.name() + " is " + code
                    + ", but the catalogue knows its codes as 1 to " + column.scale() + ".");
        }
        return column.code(code);
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

    /** A country's language is the one with the most weight in it; if the file does not say, it is looked up. */
    private String language(PopulationKey population) {
        return switch (population.type()) {
            case LANGUAGE -> population.name();
            case COUNTRY ->
                languageWeights.getOrDefault(population.name(), Map.of()).entrySet().stream()
                        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElseGet(() -> SurveyCountries.language(population.name()));
            case GLOBAL, GROUP, LOCAL -> "";
        };
    }

    private List<DroppedTopic> dropped() {
        List<DroppedTopic> dropped = new ArrayList<>();
        columns.absent()
                .forEach(topic -> dropped.add(new DroppedTopic(topic.key(), "all", "the file has no such column")));
        columns.uncoded()
                .forEach(topic -> dropped.add(new DroppedTopic(
                        topic.key(), "all", "the catalogue does not say which of its codes are in favour")));
        if (columns.populationWeight().isEmpty()) {
            dropped.add(new DroppedTopic(
                    "all",
                    "languages, groups, global",
                    "the file has no column " + MicrodataShape.POPULATION_WEIGHT
                            + ", without which people of several countries cannot be counted together"));
        }
        columns.topics().stream()
                .map(TopicColumn::topic)
                .sorted(Comparator.comparing(Topic::key))
                .forEach(topic -> {
                    if (tallies.values().stream().noneMatch(topics -> topics.containsKey(topic.key()))) {
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
