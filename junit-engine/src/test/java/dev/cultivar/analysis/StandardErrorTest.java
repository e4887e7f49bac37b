package dev.cultivar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.counts.ScoredResponse;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.survey.PopulationTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** The standard errors of rows, recomputed from responses alone. */
class StandardErrorTest {

    private static final int EACH = 4;
    private static final PopulationTable TABLE = PopulationTable.builtIn();
    private static final List<String> TOPICS = TABLE.topics(TABLE.find("DK").orElseThrow()).stream()
            .filter(topic -> TABLE.polarity("US", topic).isPresent())
            .sorted()
            .limit(12)
            .toList();

    private final double[] answers = new double[TOPICS.size() * EACH];
    private final double[] danes = new double[answers.length];
    private final List<Estimate> rows;

    StandardErrorTest() {
        Random random = new Random(5);
        List<ScoredResponse> responses = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            String topic = TOPICS.get(i / EACH);
            danes[i] = TABLE.polarity("DK", topic).orElseThrow();
            answers[i] = Math.round(10 * Math.min(1, Math.max(0, danes[i] + 0.3 * random.nextGaussian()))) / 10.0;
            responses.add(new ScoredResponse("m", "f", "da", topic, answers[i]));
        }
        rows = new RunAnalysis(TABLE, RobustOptions.of(7, 100, 1))
                .of(ScoredSample.of(responses), Map.of())
                .estimates();
    }

    @Test
    void thatOfAnAlignmentIsTheStratifiedJackknifeOfItsFisherZ() {
        Estimate alignment = row(Statistic.ALIGNMENT, "spearman", "DK");
        double variance = 0;
        double squares = 0;
        for (int topic = 0; topic < TOPICS.size(); topic++) {
            double[] without = new double[EACH];
            for (int i = 0; i < EACH; i++) {
                without[i] = fisher(spearman(weights(topic, topic * EACH + i)));
            }
            double mean = Arrays.stream(without).average().orElseThrow();
            double part = (EACH - 1.0)
                    / EACH
                    * Arrays.stream(without).map(z -> (z - mean) * (z - mean)).sum();
            variance += part;
            squares += part * part / (EACH - 1);
        }
        Estimate.Uncertainty error = Objects.requireNonNull(alignment.uncertainty());
        assertThat(alignment.value()).isCloseTo(spearman(weights(-1, -1)), within(1e-12));
        assertThat(error.stdError()).isCloseTo(Math.sqrt(variance), within(1e-10));
        assertThat(error.df()).isCloseTo(variance * variance / squares, within(1e-6));
        assertThat(error.scale()).isEqualTo("fisher-z");
        assertThat(error.p()).isNaN();
    }

    @Test
    void intervalsFollowFromThemOnTheirScale() {
        for (Estimate row : List.of(
                row(Statistic.ALIGNMENT, "spearman", "DK"),
                row(Statistic.DISTINCT, "mirrored", "DK"),
                row(Statistic.BIAS, "difference", "US"))) {
            Estimate.Uncertainty error = Objects.requireNonNull(row.uncertainty());
            boolean z = error.scale().equals("fisher-z");
            double half = TDistribution.of(error.df()).inverseSurvivalProbability(0.025) * error.stdError();
            double centre = z ? fisher(row.value()) : row.value();
            assertThat(row.lower()).isCloseTo(z ? Math.tanh(centre - half) : centre - half, within(1e-9));
            assertThat(row.upper()).isCloseTo(z ? Math.tanh(centre + half) : centre + half, within(1e-9));
        }
    }

    private Estimate row(Statistic statistic, String metric, String population) {
        return rows.stream()
                .filter(row -> row.statistic() == statistic
                        && row.metric().equals(metric)
                        && population.equals(row.population()))
                .findFirst()
                .orElseThrow();
    }

    /** Without one response the others of its topic share its weight. */
    private double[] weights(int topic, int without) {
        double[] weights = new double[answers.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i == without ? 0 : i / EACH == topic ? EACH / (EACH - 1.0) : 1;
        }
        return weights;
    }

    private static double fisher(double r) {
        return 0.5 * Math.log((1 + r) / (1 - r));
    }

    private double spearman(double[] weights) {
        double[] x = ranks(answers, weights);
        double[] y = ranks(danes, weights);
        double all = Arrays.stream(weights).sum();
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < weights.length; i++) {
            meanX += weights[i] * x[i] / all;
            meanY += weights[i] * y[i] / all;
        }
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < weights.length; i++) {
            xy += weights[i] * (x[i] - meanX) * (y[i] - meanY);
            xx += weights[i] * (x[i] - meanX) * (x[i] - meanX);
            yy += weights[i] * (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** Mid-ranks: the weight below, and half of that at the same value. */
    private static double[] ranks(double[] values, double[] weights) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                ranks[i] += values[j] < values[i] ? weights[j] : values[j] == values[i] ? weights[j] / 2 : 0;
            }
        }
        return ranks;
    }

    /** That they never differed is no proof that they never would. */
    @Test
    void responsesThatNeverDifferStillHaveAnInterval() {
        List<ScoredResponse> responses = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            responses.add(
                    new ScoredResponse("m", "f", "da", TOPICS.get(i / EACH), Math.round(10 * (1 - danes[i])) / 10.0));
        }

        Measurement bias = new RunAnalysis(TABLE, RobustOptions.of(7, 100, 1))
                .of(ScoredSample.of(responses), Map.of())
                .find(Statistic.BIAS, "m", "da", "US", "difference")
                .orElseThrow();

        assertThat(Objects.requireNonNull(bias.pivots().theseTopics()).standardError())
                .isCloseTo(1 / Math.sqrt(answers.length - 3), within(1e-12));
    }
}
