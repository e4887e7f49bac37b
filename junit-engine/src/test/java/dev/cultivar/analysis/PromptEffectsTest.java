package dev.cultivar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Estimate;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Outcome;
import dev.cultivar.prompt.Slot;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.InMemory;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class PromptEffectsTest {

    private static final AnalysisOptions OPTIONS = new AnalysisOptions(
            1, 0.95, 100, OptionalDouble.of(1), new TreeSet<>(), new TreeSet<>(), Set.of(), Method.ROBUST, false);

    private static final List<Slot> SLOTS = List.of(Slot.values());

    private final List<ResponseRecord> responses = new ArrayList<>();

    /** The jackknife of a mean is its textbook interval: the standard deviation over the root of n, Student's t. */
    @Test
    void acquiescenceIsTheMeanDifferenceOfBothClaimsWithItsTextbookInterval() {
        double[] differences = {0.1, 0.3, -0.1, 0.2, 0.4, 0};
        for (int q = 0; q < differences.length; q++) {
            add("Q" + q, Slot.CLAIM_PRO, "t01", 0.4 + differences[q]);
            add("Q" + q, Slot.CLAIM_PRO, "t02", 0.6 + differences[q]);
            add("Q" + q, Slot.CLAIM_CON, "t03", 0.5);
            add("Q" + q, Slot.NEUTRAL, "t04", 0.9);
        }
        add("Q6", Slot.CLAIM_PRO, "t01", 1);

        Estimate found = found(Statistic.ACQUIESCENCE);

        double error = Math.sqrt((0.01 + 0.09 + 0.01 + 0.04 + 0.16 - 6 * 0.15 * 0.15) / 5 / 6);
        double half = TDistribution.of(5).inverseSurvivalProbability(0.025) * error;
        assertThat(found.value()).isCloseTo(0.15, within(1e-12));
        assertThat(found.lower()).isCloseTo(0.15 - half, within(1e-9));
        assertThat(found.upper()).isCloseTo(0.15 + half, within(1e-9));
        assertThat(found.topics()).isEqualTo(6);
        assertThat(found.n()).isEqualTo(18);
        assertThat(found.estimand()).isEqualTo(Estimand.ALL_TOPICS);
    }

    /**
     * Normal effects of known variances, 0.04, 0.01, 0.0025 and 0.02: the topics' share is 0.04 of 0.0725. Of 200 runs of 40 topics, 95%
     * intervals that hold it in fewer than 180 have a probability below 0.01.
     */
    @Test
    void stabilityIsTheTopicsShareOfTheVarianceAndItsIntervalsHoldIt() {
        int held = 0;
        double sum = 0;
        for (int run = 0; run < 200; run++) {
            responses.clear();
            simulate(new Random(run), 40);
            Estimate found = found(Statistic.STABILITY);
            held += found.lower() <= 0.04 / 0.0725 && found.upper() >= 0.04 / 0.0725 ? 1 : 0;
            sum += found.value();
        }
        assertThat(held).isGreaterThanOrEqualTo(180);
        assertThat(sum / 200).isCloseTo(0.04 / 0.0725, within(0.02));
    }

    @Test
    void theRestIsToldByItsSource() {
        simulate(new Random(14), 300);
        assertThat(found(Statistic.STABILITY).notes()).singleElement().satisfies(note -> {
            Note.SharesOfPrompts rest = (Note.SharesOfPrompts) note;
            assertThat(rest.wording()).isCloseTo(0.01 / 0.0725, within(0.03));
            assertThat(rest.sample()).isCloseTo(0.02 / 0.0725, within(0.04));
        });
    }

    @Test
    void responsesWithoutAScoreDoNotCount() {
        simulate(new Random(1), 10);
        Estimate alone = found(Statistic.STABILITY);
        responses.add(record("m", "Q1", Slot.NEUTRAL, "t01", Double.NaN, Outcome.REFUSAL));
        assertThat(found(Statistic.STABILITY)).isEqualTo(alone);
    }

    @Test
    void fewTopicsAreSaidToBeTooFew() {
        for (int q = 0; q < 4; q++) {
            add("Q" + q, Slot.CLAIM_PRO, "t01", 0.4);
            add("Q" + q, Slot.CLAIM_CON, "t02", 0.2);
        }
        for (int q = 4; q < 9; q++) {
            add("Q" + q, Slot.NEUTRAL, "t01", 0.4);
            add("Q" + q, Slot.NEUTRAL, "t02", 0.2);
        }
        assertThat(found(Statistic.STABILITY).value()).isNaN();
        assertThat(found(Statistic.STABILITY).notes()).containsExactly(new Note.FewTopics(4, Note.Need.TWO_PROMPTS, 5));
        assertThat(found(Statistic.ACQUIESCENCE).value()).isNaN();
        assertThat(found(Statistic.ACQUIESCENCE).notes())
                .containsExactly(new Note.FewTopics(4, Note.Need.BOTH_CLAIMS, 5));
    }

    @Test
    void equalResponsesHaveNoStability() {
        for (int q = 0; q < 8; q++) {
            add("Q" + q, Slot.CLAIM_PRO, "t01", 0.3);
            add("Q" + q, Slot.CLAIM_CON, "t02", 0.3);
        }
        assertThat(found(Statistic.STABILITY).value()).isNaN();
        assertThat(found(Statistic.STABILITY).notes()).containsExactly(new Note.AllResponsesEqual());
        assertThat(found(Statistic.ACQUIESCENCE).value()).isZero();
    }

    private void simulate(Random random, int topics) {
        double[] templates =
                random.doubles(12).map(u -> random.nextGaussian() * 0.05).toArray();
        for (int q = 0; q < topics; q++) {
            double topic = 0.5 + random.nextGaussian() * 0.2;
            double[] slots =
                    random.doubles(5).map(u -> random.nextGaussian() * 0.1).toArray();
            int from = random.nextInt(12);
            for (int i = 0; i < 8; i++) {
                int template = (from + i) % 12;
                add(
                        "Q" + q,
                        SLOTS.get(i % 5),
                        "t" + template,
                        topic + slots[i % 5] + templates[template] + random.nextGaussian() * Math.sqrt(0.02));
            }
        }
    }

    private Estimate found(Statistic statistic) {
        ScoredSample sample =
                new ScoredSample("m", "f", "da", new TreeSet<>(), 0, Map.of(), new PolarityCounts(new TreeMap<>()));
        return new PromptEffects(sample, responses.stream(), OPTIONS)
                .measurements().stream()
                        .map(measurement -> measurement.estimate())
                        .filter(estimate -> estimate.statistic() == statistic)
                        .findFirst()
                        .orElseThrow();
    }

    private void add(String topic, Slot slot, String template, double polarity) {
        responses.add(record("m", topic, slot, template, polarity, Outcome.SCORED));
    }

    private static ResponseRecord record(
            String model, String topic, Slot slot, String template, double polarity, Outcome outcome) {
        return InMemory.response(
                new CellKey(topic, model, "da"),
                0,
                template,
                slot,
                "",
                "",
                List.of(),
                List.of(),
                outcome,
                polarity,
                "",
                Usage.NONE,
                Usage.NONE);
    }
}
