package dev.cultivar.analysis.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cultivar.analysis.ReferenceFiles;
import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.stats.Correlation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

public class SelfConsistencyTest {

    private static final PolarityCounts COUNTS = counts(
            new double[][] {{0.1, 0.1, 0.3}, {0.9, 0.8, 0.7, 0.9}, {0.2, 0.9}, {0.5}, {0.6, 0.5, 0.4}, {1, 0.9}});

    public static PolarityCounts counts(double[][] responses) {
        TreeMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>();
        for (int q = 0; q < responses.length; q++) {
            TreeMap<Double, Integer> row = new TreeMap<>();
            Arrays.stream(responses[q]).forEach(value -> row.merge(value, 1, Integer::sum));
            counts.put("Q" + q, row);
        }
        return new PolarityCounts(counts);
    }

    @Test
    void equalsTheReferenceOfEveryModelAndLanguage() throws IOException {
        JsonNode reference = new ObjectMapper()
                .readTree(ReferenceFiles.find("consistency.json").toFile());
        List<ScoredSample> samples = ScoredSample.of(ReferenceFiles.scoredResponses());
        assertThat(reference).hasSize(24);
        for (JsonNode row : reference) {
            ScoredSample sample = samples.stream()
                    .filter(s -> s.model().equals(row.get("model").asText())
                            && s.language().equals(row.get("language").asText()))
                    .findFirst()
                    .orElseThrow();
            double rho = of(sample.counts(), null);
            assertThat(rho / 0.955)
                    .as(row.toString())
                    .isCloseTo(row.get("consistency").asDouble(), within(1e-12));
        }
    }

    private static double of(PolarityCounts counts, int[] times) {
        List<String> topics = List.copyOf(counts.byTopic().keySet());
        int[] once = new int[topics.size()];
        Arrays.fill(once, 1);
        return new SelfConsistency(CountTable.of(counts, topics)).of(times == null ? once : times);
    }

    @Test
    void isSpearmansRhoOfAllOrderedPairsOfDifferentResponses() {
        assertThat(of(COUNTS, null)).isCloseTo(byPairs(new int[] {1, 1, 1, 1, 1, 1}), within(1e-14));
    }

    @Test
    void aTopicDrawnTwiceCountsTwiceButItsCopiesAreNeverPaired() {
        int[] times = {2, 0, 3, 1, 1, 0};
        assertThat(of(COUNTS, times)).isCloseTo(byPairs(times), within(1e-14));
    }

    private static double byPairs(int[] times) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        int q = 0;
        for (SortedMap<Double, Integer> row : COUNTS.byTopic().values()) {
            List<Double> responses = new ArrayList<>();
            row.forEach((value, count) -> {
                for (int i = 0; i < count; i++) {
                    responses.add(value);
                }
            });
            for (int copy = 0; copy < times[q]; copy++) {
                for (int i = 0; i < responses.size(); i++) {
                    for (int j = 0; j < responses.size(); j++) {
                        if (i != j) {
                            x.add(responses.get(i));
                            y.add(responses.get(j));
                        }
                    }
                }
            }
            q++;
        }
        return Correlation.spearman(
                x.stream().mapToDouble(Double::doubleValue).toArray(),
                y.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Test
    void aModelThatAlwaysSaysTheSameIsNotDefined() {
        assertThat(of(counts(new double[][] {{0.5, 0.5}, {0.5, 0.5, 0.5}}), null))
                .isNaN();
    }

    @Test
    void aModelThatSaysOneThingATopicIsWhollyConsistent() {
        assertThat(of(counts(new double[][] {{0.1, 0.1}, {0.5, 0.5, 0.5}, {1, 1}}), null))
                .isCloseTo(1, within(1e-14));
    }

    @Test
    void withOneResponseATopicThereAreNoPairs() {
        assertThat(of(counts(new double[][] {{0.1}, {0.5}, {1}}), null)).isNaN();
    }
}
