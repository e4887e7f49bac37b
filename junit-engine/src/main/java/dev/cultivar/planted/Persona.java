package dev.cultivar.planted;

import dev.cultivar.survey.PopulationKey;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.text.Names;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    /** Whether it refuses to answer. */
    default boolean refuses() {
        return false;
    }

    /** The language that it answers in. */
    default String answersIn(String promptLanguage) {
        return promptLanguage;
    }

    /**
     * The persona with a model's name.
     *
     * @throws PlantedModelException with status 404 where there is no such persona
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
            case "perfect-local" -> local(table);
            case "world" -> world(table);
            default -> planted(model, table);
        };
    }

    private static Persona planted(String model, PopulationTable table) {
        if (model.startsWith("perfect-")) {
            return ofPopulation(model, model.substring("perfect-".length()), table);
        }
        if (model.startsWith("mix-")) {
            return mixture(model, table);
        }
        throw PlantedModelException.unknownModel(model, "");
    }

    /** The mean of the countries that speak the prompt's language, without the reference country. */
    private static Persona local(PopulationTable table) {
        return (topic, language, random) -> truth(
                table.localPopulation(language).map(own -> table.polarity(own, topic)),
                Names.people("local-" + language),
                topic);
    }

    /** The mean of the world's countries that do not speak the prompt's language. */
    private static Persona world(PopulationTable table) {
        return (topic, language, random) -> truth(
                Optional.of(table.world(table.localPopulation(language).orElse(PopulationKey.GLOBAL), topic)),
                "the world",
                topic);
    }

    private static Persona ofPopulation(String model, String population, PopulationTable table) {
        PopulationKey key = table.find(population)
                .orElseThrow(() -> PlantedModelException.unknownModel(
                        model,
                        " There is no population '" + population + "'; nearest: "
                                + String.join(", ", table.nearest(population)) + "."));
        return (topic, language, random) ->
                truth(Optional.of(table.polarity(key, topic)), Names.people(population), topic);
    }

    private static Persona mixture(String model, PopulationTable table) {
        Map<Persona, Integer> shares = new LinkedHashMap<>();
        Mixture.parse(model)
                .forEach((name, percent) -> shares.put(
                        switch (name) {
                            case "local" -> local(table);
                            case "world" -> world(table);
                            case "uniform", "fifty" -> of(name, table);
                            default -> ofPopulation(model, name, table);
                        },
                        percent));
        return (topic, language, random) -> shares.entrySet().stream()
                .mapToDouble(share -> share.getValue() / 100.0 * share.getKey().polarity(topic, language, random))
                .sum();
    }

    private static double truth(Optional<OptionalDouble> polarity, String whose, String topic) {
        return polarity.orElse(OptionalDouble.empty())
                .orElseThrow(() -> new PlantedModelException(
                        400, "no_truth", "There are no survey figures for " + whose + " on topic " + topic + "."));
    }

    /**
     * Shares in percent, as in {@code mix-US70-DK30}. Besides populations, {@code local}, {@code world}, {@code fifty} and {@code uniform}
     * may have a share; {@code uniform} scatters the responses to a prompt.
     */
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
