package dev.cultivar.analysis.regression;

import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.counts.SimulatedResponses;
import dev.cultivar.api.Outcome;
import dev.cultivar.stats.Seeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.rng.UniformRandomProvider;

/** The reference level of Eq. 4: the samples of family {@code planted}, or else a seeded uniform random model. */
public final class UniformBaseline {

    private static final String NAME = "planted/uniform";

    private UniformBaseline() {}

    public static boolean isPlanted(ScoredSample sample) {
        return sample.isReferenceLevel();
    }

    /**
     * A model that gives as many answers on the same topics as the first model in each language, with polarities 0, 0.1, ..., 1 at
     * random.
     */
    public static List<ScoredSample> of(List<ScoredSample> samples, long seed) {
        Map<String, ScoredSample> firsts = new LinkedHashMap<>();
        samples.forEach(sample -> firsts.putIfAbsent(sample.language(), sample));
        List<ScoredSample> baselines = new ArrayList<>();
        firsts.forEach((language, first) -> {
            UniformRandomProvider rng = new Seeds(seed).split(NAME).split(language).stream(0);
            TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
            for (String topic : first.counts().byTopic().keySet()) {
                TreeMap<Double, Integer> row = new TreeMap<>();
                double[] weights = new SimulatedResponses(
                                new long[] {first.counts().total(topic)})
                        .draw(rng, new double[][] {SimulatedResponses.uniform()});
                for (int k = 0; k < weights.length; k++) {
                    if (weights[k] > 0) {
                        row.put(k / (weights.length - 1.0), (int) weights[k]);
                    }
                }
                counts.put(topic, row);
            }
            PolarityCounts drawn = new PolarityCounts(counts);
            baselines.add(new ScoredSample(
                    NAME,
                    ScoredSample.REFERENCE_FAMILY,
                    language,
                    new TreeSet<>(counts.keySet()),
                    drawn.total(),
                    Map.of(Outcome.SCORED, Math.toIntExact(drawn.total())),
                    drawn));
        });
        return baselines;
    }
}
