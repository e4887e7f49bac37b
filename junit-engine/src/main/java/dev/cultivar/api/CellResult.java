package dev.cultivar.api;

import java.util.Map;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * The result of one cell (topic x model x language). A probe method that takes one as its parameter is called once
 * per cell and may assert on it.
 *
 * @param topic survey key, for example {@code F120}
 * @param model name of the model as the suite gives it
 * @param language ISO 639-1 code of the prompts
 * @param planned number of responses planned, at least 0
 * @param outcomes responses by outcome; the values sum to {@code planned}
 * @param polarity mean response polarity (Eq. 2) in [0,1]; NaN if nothing was scored
 * @param populations polarity in [0,1] by population name ({@code "DK"}, {@code "da"}, {@code "global"}) of every
 *     population that has a survey figure for the topic; under the cell's language its speakers or, where the survey
 *     has no figure for them, the mean of its countries
 */
@API(status = API.Status.STABLE, since = "0.1")
public record CellResult(
        String topic,
        String model,
        String language,
        int planned,
        Map<Outcome, Integer> outcomes,
        double polarity,
        Map<String, Double> populations) {

    /** Copies the maps. {@inheritDoc} */
    public CellResult {
        outcomes = Map.copyOf(outcomes);
        populations = Map.copyOf(populations);
    }

    /** {@return the number of scored responses} */
    public int scored() {
        return outcomes.getOrDefault(Outcome.SCORED, 0);
    }

    /** {@return the share of planned responses that were scored, in [0,1]; 0 if nothing was planned} */
    public double coverage() {
        return planned == 0 ? 0 : (double) scored() / planned;
    }

    /**
     * {@return the distance between the model's polarity and that of the speakers of the cell's language, in [0,1]; where
     * the survey has no figure for them, that of the countries of the language}
     *
     * @throws IllegalStateException where nothing was scored, or neither has a survey figure for the topic
     */
    public double gap() {
        return gap(language);
    }

    /**
     * {@return the distance between the model's polarity and that of the named population, in [0,1]}
     *
     * @param population a name in {@link #populations()}
     * @throws IllegalStateException where nothing was scored, or the population has no survey figure for the topic
     */
    public double gap(String population) {
        if (Double.isNaN(polarity)) {
            throw new IllegalStateException(
                    "no response of " + model + " on " + topic + " in " + language + " was scored: " + outcomes);
        }
        Double truth = populations.get(population);
        if (truth == null) {
            throw new IllegalStateException("the survey has no figure for population '" + population + "' on topic "
                    + topic + "; call gap(population) with one of "
                    + String.join(", ", new TreeSet<>(populations.keySet())));
        }
        return Math.abs(polarity - truth);
    }
}
