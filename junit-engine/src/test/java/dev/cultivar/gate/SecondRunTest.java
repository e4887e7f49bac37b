package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.alignment.PairedStatistic;
import dev.cultivar.analysis.counts.BeforeAndNow;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.report.words.record.SavedRunWords;
import dev.cultivar.results.decision.SecondRun;
import dev.cultivar.survey.PopulationTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

/** What is said of a run when it is saved, before anybody plans the next. */
class SecondRunTest extends SinceBaseline {

    private static final PopulationTable TABLE = PopulationTable.builtIn();

    private static List<SecondRun.Sight> sights(BaselineRun run) {
        return SecondRun.of(run, Optional.empty(), TABLE);
    }

    private static double least(Suite saved) {
        List<SecondRun.Sight> sights = sights(saved.saved());
        assertThat(sights).hasSize(1);
        return Optional.ofNullable(sights.get(0).least()).orElseThrow();
    }

    @Test
    void itIsTheMarginThatIsPlannedForASecondRunOfAsManyAnswers() {
        save(suite("DK").responses(8));

        assertThat(least(suite("DK").responses(8)))
                .isEqualTo(bias(suite("DK").responses(8).seed(2), null).gate().threshold());
    }

    /** 2.80 standard deviations of the change between two runs of one model, whichever they are: for one gate at 95% and in 80 of 100 runs. */
    @Test
    void itIsTwoPointEightStandardDeviationsOfTheChangeBetweenRunsOfOneModel() {
        double[] bias = IntStream.range(0, 80)
                .mapToDouble(i -> bias(suite("DK").responses(8).seed(100 + i).saved()))
                .toArray();
        double change = Math.sqrt(2) * new StandardDeviation().evaluate(bias);

        // The standard deviation of 80 draws is known to 8%.
        assertThat(least(suite("DK").responses(8))).isCloseTo(2.80 * change, within(0.25 * 2.80 * change));
    }

    private static double bias(BaselineRun run) {
        BaselineRun.Sample sample = run.samples().get(0);
        PairedStatistic statistic = PairedStatistic.of(
                Statistic.BIAS,
                TABLE.find("US").orElseThrow(),
                "da",
                new BeforeAndNow(sample.polarityCounts(), sample.polarityCounts()),
                sample.topics(),
                TABLE);
        int[] once = new int[statistic.topics().size()];
        Arrays.fill(once, 1);
        return statistic.now(statistic.tableNow().weights(once));
    }

    @Test
    void aRunThatIsTooSmallIsToldHowLargeBothWouldHaveToBe() {
        BaselineRun few = new Suite()
                .model("release", Suite.random())
                .languages("da")
                .responses(3)
                .saved();
        SecondRun.Sight sight = sights(few).get(0);
        long needed = Optional.ofNullable(sight.needed()).orElseThrow();
        int perTopic =
                (int) Math.ceil((double) needed / few.samples().get(0).topics().size());

        assertThat(sight.tooSmall()).isTrue();
        assertThat(SavedRunWords.tooSmall(List.of(sight)).orElseThrow())
                .startsWith("A second run of as many answers would hardly pass an unchanged release: change in bias of"
                        + " release in Danish takes a margin of 0.")
                .contains(", and the gate allows at most 0.10. Run this release again with -Dcultivar.responses="
                        + needed + ", save that run instead,");
        // As noisy as the small run says the model is; the large one may find it a little more or less so.
        assertThat(least(new Suite()
                        .model("release", Suite.random())
                        .languages("da")
                        .responses(perTopic)))
                .isCloseTo(Regression.MOST, within(0.2 * Regression.MOST));
    }

    @Test
    void aRunThatIsLargeEnoughIsNotComplainedOf() {
        List<SecondRun.Sight> sights = sights(suite("DK").responses(8).saved());

        assertThat(SavedRunWords.tooSmall(sights)).isEmpty();
        assertThat(SavedRunWords.secondRun(sights).orElseThrow())
                .matches("The smallest change that a second run of as many answers can rule out, in 80 of 100 runs:"
                        + " change in bias of release 0\\.0\\d+ in Danish\\.");
    }

    @Test
    void oneAnswerToATopicTellsNothingOfTheNoise() {
        List<SecondRun.Sight> sights = sights(suite("DK").responses(1).saved());

        assertThat(SavedRunWords.secondRun(sights)).isEmpty();
        assertThat(SavedRunWords.tooSmall(sights).orElseThrow())
                .contains(
                        "rests on too few topics, or too few answers to each, for a verdict. Run this release again with"
                                + " more responses or topics");
    }
}
