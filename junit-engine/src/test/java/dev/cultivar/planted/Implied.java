package dev.cultivar.planted;

import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * What a planted model must come to, worked out apart from the project: ten respondents a response, one in twenty of whom takes no
 * side, by {@link java.util.Random}, correlated by Commons Math.
 */
final class Implied {

    private static final int RESPONDENTS = 10;
    private static final double NEUTRAL_SHARE = 0.05;

    /** Countries in which a language is native, less the United States. */
    private static final Map<String, List<String>> LOCAL = Map.of(
            "da", List.of("DK"),
            "nl", List.of("NL"),
            "en", List.of("AU", "CA", "GB", "KE", "NG", "NIR", "NZ", "SG"),
            "pt", List.of("BR", "PT"));

    private final PopulationTable table;
    /** One entry a planned response. */
    private final List<String> topics;

    Implied(PopulationTable table, List<String> topics) {
        this.table = table;
        this.topics = topics;
    }

    /** Chance that a statement which takes a side is in favour, drawn anew for each response where the model is random. */
    static double polarity(PopulationTable table, String model, String language, String topic, Random random) {
        return switch (model) {
            case "uniform" -> random.nextDouble();
            case "fifty", "english-only" -> 0.5;
            case "perfect-local" -> mean(table, LOCAL.getOrDefault(language, List.of()), topic);
            case "world" -> mean(table, others(language), topic);
            case "perfect-DK" -> truth(table, "DK", topic);
            case "perfect-US" -> truth(table, "US", topic);
            case "mix-US70-DK30" -> 0.7 * truth(table, "US", topic) + 0.3 * truth(table, "DK", topic);
            case "mix-local30-US30-uniform40" ->
                0.3 * mean(table, LOCAL.getOrDefault(language, List.of()), topic)
                        + 0.3 * truth(table, "US", topic)
                        + 0.4 * random.nextDouble();
            default -> throw new IllegalArgumentException(model);
        };
    }

    private static List<String> others(String language) {
        List<String> all =
                new ArrayList<>(List.of("AU", "BR", "CA", "DK", "GB", "KE", "NG", "NIR", "NL", "NZ", "PT", "SG", "US"));
        all.removeAll(LOCAL.getOrDefault(language, List.of()));
        return all;
    }

    private static double mean(PopulationTable table, List<String> countries, String topic) {
        return countries.stream()
                .mapToDouble(country -> truth(table, country, topic))
                .average()
                .orElseThrow();
    }

    static double truth(PopulationTable table, String population, String topic) {
        return table.polarity(population, topic).orElseThrow();
    }

    /** Share in favour of those who take a side; NaN where nobody does. */
    static double response(double polarity, Random random) {
        int pro = 0;
        int con = 0;
        for (int i = 0; i < RESPONDENTS; i++) {
            if (random.nextDouble() >= NEUTRAL_SHARE) {
                if (random.nextDouble() < polarity) {
                    pro++;
                } else {
                    con++;
                }
            }
        }
        return (double) pro / (pro + con);
    }

    /** Whether the model answers every topic alike, so that every correlation is 0 whatever the draw. */
    private static boolean withoutValues(String model) {
        return Set.of("uniform", "fifty", "english-only").contains(model);
    }

    /** Mean alignment of the model over many runs of the same plan. */
    double alignment(String model, String language, String population) {
        if (withoutValues(model)) {
            return 0;
        }
        Random random = new Random(model.hashCode() * 31L + population.hashCode());
        double[] y = topics.stream()
                .mapToDouble(topic -> truth(table, population, topic))
                .toArray();
        double sum = 0;
        int runs = 200;
        for (int run = 0; run < runs; run++) {
            double[] x = new double[y.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = response(polarity(table, model, language, topics.get(i), random), random);
            }
            sum += new SpearmansCorrelation().correlation(x, y);
        }
        return sum / runs;
    }

    /** Correlation of two responses to the same topic, topics in their shares: pairs of runs of the plan. */
    double consistency(String model, String language) {
        if (withoutValues(model)) {
            return 0;
        }
        Random random = new Random(model.hashCode());
        double sum = 0;
        int runs = 200;
        for (int run = 0; run < runs; run++) {
            double[] x = new double[topics.size()];
            double[] y = new double[topics.size()];
            Arrays.setAll(x, i -> response(polarity(table, model, language, topics.get(i), random), random));
            Arrays.setAll(y, i -> response(polarity(table, model, language, topics.get(i), random), random));
            sum += new SpearmansCorrelation().correlation(x, y);
        }
        return sum / runs;
    }
}
