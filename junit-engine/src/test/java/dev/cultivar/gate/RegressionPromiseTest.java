package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.RegressionGate;
import dev.cultivar.api.Verdict;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.RunComparison;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What regression gates promise, by simulation with models of known values: 76 topics of 8 responses. */
class RegressionPromiseTest {

    private static final int RUNS = 120;
    private static final int RESPONSES = 8;

    /** Ten respondents, of whom a share is drawn from Americans. */
    private static Suite.Answers local(double american) {
        return (topic, language, rng) -> {
            String own = language.equals("da") ? "DK" : "NL";
            double p = (1 - american) * polarity(own, topic) + american * polarity("US", topic);
            int pro = 0;
            for (int k = 0; k < 10; k++) {
                pro += rng.nextDouble() < p ? 1 : 0;
            }
            return pro / 10.0;
        };
    }

    private static double polarity(String population, String topic) {
        return PopulationTable.builtIn().polarity(population, topic).orElseThrow();
    }

    private static Suite suite(double american, long seed) {
        return new Suite()
                .model("release", local(american))
                .languages("da", "nl")
                .responses(RESPONSES)
                .seed(seed);
    }

    private static List<GateResult> verdicts(BaselineRun before, Suite now) {
        return now.verdicts(
                path -> Optional.of(before), Gates.regression("v1.json", RegressionGate.Statistic.BIAS, null, true));
    }

    private static boolean passes(List<GateResult> verdicts) {
        return verdicts.stream().allMatch(verdict -> verdict.verdict() == Verdict.PASS);
    }

    /** Both gates together, under Holm; the bounds are nearly four standard errors of the simulation. */
    @Test
    void anUnchangedReleasePassesAllGatesAtThePlannedMarginInEightOfTenRuns() {
        int passed = 0;
        for (int run = 0; run < RUNS; run++) {
            passed += passes(verdicts(suite(0, 2 * run).saved(), suite(0, 2 * run + 1))) ? 1 : 0;
        }
        assertThat(passed / (double) RUNS).isBetween(0.67, 0.93);
    }

    @Test
    void aModelMovedAFifthOfTheWayToTheReferenceIsFoundInSevenOfTenRuns() {
        int runs = RUNS / 2;
        int red = 0;
        int told = 0;
        for (int run = 0; run < runs; run++) {
            BaselineRun before = suite(0, 2 * run).saved();
            Suite now = suite(0.2, 2 * run + 1);
            red += passes(verdicts(before, now)) ? 0 : 1;
            RunComparison compared = RunComparison.of(before, now.saved(), PopulationTable.builtIn(), 0.95);
            told += compared.parts().get(0).changes().stream()
                            .filter(change -> change.statistic() == dev.cultivar.analysis.estimate.Statistic.BIAS)
                            .allMatch(change ->
                                    change.compared().pivot().interval(0.95).lower() > 0)
                    ? 1
                    : 0;
        }
        assertThat(red).isGreaterThanOrEqualTo(7 * runs / 10);
        assertThat(told).isGreaterThanOrEqualTo(7 * runs / 10);
    }
}
