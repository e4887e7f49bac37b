package dev.cultivar.planted;

import dev.cultivar.survey.PopulationTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that a planted model holds. */
interface Persona {

    /**
     * The chance, in [0,1], that a statement of one response is in favour.
     *
     * @throws PlantedModelException where the persona has no view of the topic
     */
    double polarity(String topic, String language, Random random);

    /** Whether it answers at all. */
    default boolean refuses() {
        return false;
    }

    /** The language that it answers in. */
    default String answersIn(String promptLanguage) {
        return promptLanguage;
    }

    /**
     * The persona of a model's name.
     *
     * @throws PlantedModelException with status 404 where there is none
     */
    static Persona of(String model, PopulationTable table) {
        return switch (model) {
            case "uniform" -> (topic, language, random) -> random.nextDouble();
            case "fifty" -> (topic, language, random) -> 0.5;
            case "refuser" ->
                new Persona() {
                    @Override
                    public double polarity(String topic, String language, Random random) {
                        return 0.5;
                    }

                    @Override
                    public boolean refuses() {
                        return true;
                    }
                };
            case "english-only" ->
                new Persona() {
                    @Override
                    public double polarity(String topic, String language, Random random) {
                        return 0.5;
                    }

                    @Override
                    public String answersIn(String promptLanguage) {
                        return "en";
                    }
                };
            case "perfect-local" -> (topic, language, random) -> truth(table, language, topic);
            default -> planted(model, table);
        };
    }

    private static Persona planted(String model, PopulationTable table) {
        if (model.startsWith("perfect-")) {
            return mixture(model, Map.of(model.substring("perfect-".length()), 100), table);
        }
        if (model.startsWith("mix-")) {
            return mixture(model, Mixture.parse(model), table);
        }
        throw PlantedModelException.unknownModel(model, "");
    }

    private static Persona mixture(String model, Map<String, Integer> shares, PopulationTable table) {
        for (String population : shares.keySet()) {
            if (table.find(population).isEmpty()) {
                throw PlantedModelException.unknownModel(
                        model,
                        " There is no population '" + population + "'; near it are "
                                + String.join(", ", table.nearest(population)) + ".");
            }
        }
        return (topic, language, random) -> shares.entrySet().stream()
                .mapToDouble(share -> share.getValue() / 100.0 * truth(table, share.getKey(), topic))
                .sum();
    }

    private static double truth(PopulationTable table, String population, String topic) {
        OptionalDouble polarity = table.polarity(population, topic);
        return polarity.orElseThrow(() -> new PlantedModelException(
                400, "no_truth", "Population " + population + " has no truth on topic " + topic + "."));
    }

    /** Shares in percent, as in {@code mix-US70-DK30}. */
    final class Mixture {

        private static final Pattern SHARE = Pattern.compile("([A-Za-z_]+)(\\d{1,3})");

        private Mixture() {}

        static Map<String, Integer> parse(String model) {
            Map<String, Integer> shares = new LinkedHashMap<>();
            for (String part : model.substring("mix-".length()).split("-", -1)) {
                Matcher share = SHARE.matcher(part);
                if (!share.matches() || shares.put(share.group(1), Integer.parseInt(share.group(2))) != null) {
                    throw PlantedModelException.unknownModel(model, " Write shares in percent, as in mix-US70-DK30.");
                }
            }
            if (shares.values().stream().mapToInt(Integer::intValue).sum() != 100) {
                throw PlantedModelException.unknownModel(model, " Its shares must add up to 100.");
            }
            return shares;
        }
    }
}
