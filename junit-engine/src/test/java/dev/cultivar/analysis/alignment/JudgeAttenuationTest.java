package dev.cultivar.analysis.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.counts.CountTable;
import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.StanceCounts;
import dev.cultivar.stats.Correlation;
import dev.cultivar.stats.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Responses whose stances by people and by a judge of known errors are drawn together. */
class JudgeAttenuationTest {

    private static final double[][] NEVER_WRONG = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    private final TreeMap<StanceCounts.Sides, Integer> stances = new TreeMap<>();
    private final TreeMap<Double, Integer> polarities = new TreeMap<>();
    private final List<Double> byPeople = new ArrayList<>();
    private final List<Double> byJudge = new ArrayList<>();

    /** @param conAsPro probability that the judge calls a statement pro that people call con; the other way round it is half of it */
    private void respond(int responses, double conAsPro) {
        UniformRandomProvider rng = new Seeds(75).stream(0);
        for (int i = 0; i < responses; i++) {
            double leaning = 0.5 - 0.45 * Math.cos(Math.PI * rng.nextDouble()); // mostly one side
            int size = 6 + rng.nextInt(5);
            int pro = 0;
            int called = 0;
            for (int s = 0; s < size; s++) {
                boolean isPro = rng.nextDouble() < leaning;
                pro += isPro ? 1 : 0;
                called += rng.nextDouble() < (isPro ? 1 - conAsPro / 2 : conAsPro) ? 1 : 0;
            }
            byPeople.add((double) pro / size);
            byJudge.add((double) called / size);
            stances.merge(new StanceCounts.Sides(called, size - called, 0), 1, Integer::sum);
            polarities.merge((double) called / size, 1, Integer::sum);
        }
    }

    private Attenuation factor(double[][] matrix) {
        SortedMap<String, SortedMap<Double, Integer>> counts = new TreeMap<>(Collections.singletonMap("Q", polarities));
        CountTable table = CountTable.of(new PolarityCounts(counts), List.of("Q"));
        JudgeAttenuation attenuation = new JudgeAttenuation(new StanceCounts(stances), table);
        return attenuation.of(table.weights(), matrix, attenuation.flat(), 2000);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void itIsTheCorrelationOfPolaritiesByPeopleAndByTheJudge() {
        respond(100_000, 0.3);
        Attenuation factor = factor(new double[][] {{0.85, 0.15, 0}, {0.3, 0.7, 0}, {0, 0, 1}});
        assertThat(factor.spearman())
                .isLessThan(0.95)
                .isCloseTo(Correlation.spearman(array(byPeople), array(byJudge)), within(0.005));
        assertThat(factor.pearson())
                .isLessThan(0.95)
                .isCloseTo(Correlation.pearson(array(byPeople), array(byJudge)), within(0.005));
    }

    @Test
    void aJudgeThatIsNeverWrongLowersNothing() {
        respond(300, 0);
        Attenuation factor = factor(NEVER_WRONG);
        assertThat(factor.spearman()).isCloseTo(1, within(1e-12));
        assertThat(factor.pearson()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aJudgeThatGuessesLeavesNothingToSay() {
        respond(300, 0.5);
        double[][] guess = {{0.5, 0.5, 0}, {0.47, 0.53, 0}, {0, 0, 1}};
        assertThat(factor(guess).spearman()).isNaN();
        assertThat(factor(guess).pearson()).isNaN();
    }
}
