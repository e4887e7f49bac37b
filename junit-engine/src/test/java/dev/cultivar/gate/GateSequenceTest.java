package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Population;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.facts.Cause;
import dev.cultivar.gate.facts.GateStanding;
import dev.cultivar.gate.facts.Look;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.gate.facts.PlannedMargin;
import dev.cultivar.gate.looks.GateSequence;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.BaselineSource;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Gates over four looks, each with two responses to every topic. */
class GateSequenceTest {

    private static final SampleKey DANISH = new SampleKey("m", "da");

    @Test
    void aClearGateIsDecidedByTheFirstLookAndItsSampleStops() {
        Walk walk = walk(suite(1, "DK"), Gates.alignment("DK", 0.2));

        GateResult result = walk.result(0);
        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(look(result)).isEqualTo(new Look(1, 4, Look.Ending.DECIDED));
        assertThat(result.n()).isEqualTo(2L * walk.topics());
        assertThat(walk.standings())
                .containsExactly(new GateStanding(1, 4, 2 * walk.topics(), 1, 0, 0, List.of(DANISH), 0));
    }

    @Test
    void intervalAndVerdictAgreeWhicheverLookDecided() {
        List<Look.Ending> endings = new ArrayList<>();
        for (long seed = 1; seed <= 4; seed++) {
            for (double min : new double[] {0.2, 0.7, 0.8, 0.85, 0.88, 0.89, 0.9, 0.91, 0.92, 0.93, 0.96, 0.99}) {
                Walk walk = walk(suite(seed, "DK"), Gates.alignment("DK", min), Gates.consistency(0.2));
                for (GateResult result : walk.results()) {
                    double threshold = result.gate().threshold();
                    var interval = result.interval().orElseThrow();
                    Look look = look(result);
                    endings.add(look.ending());

                    assertThat(result.verdict())
                            .isEqualTo(
                                    interval.lower() >= threshold
                                            ? Verdict.PASS
                                            : interval.upper() < threshold ? Verdict.FAIL : Verdict.INCONCLUSIVE);
                    assertThat(look.ending() == Look.Ending.DECIDED)
                            .isEqualTo(result.verdict() != Verdict.INCONCLUSIVE);
                    assertThat(result.n()).isEqualTo(2L * look.number() * walk.topics());
                    assertThat(look.ending() != Look.Ending.LAST || look.number() == 4)
                            .isTrue();
                }
            }
        }
        assertThat(endings).contains(Look.Ending.values());
    }

    @Test
    void whatIsDecidedStaysSoWhileOtherGatesHoldTheSampleOpen() {
        Suite suite = suite(1, "DK");
        Walk alone = walk(suite, Gates.alignment("DK", 0.2));
        Walk held = walk(suite, Gates.alignment("DK", 0.2), Gates.consistency(estimate(suite, Gates.consistency(0.5))));

        assertThat(held.standings().size()).isGreaterThan(1);
        assertThat(look(held.result(0)).number()).isEqualTo(1);
        assertThat(held.result(0).estimate()).isEqualTo(alone.result(0).estimate());
        assertThat(held.result(0).n()).isEqualTo(alone.result(0).n());
    }

    @Test
    void atItsThresholdAGateIsGivenUpFromHalfOfTheResponsesOn() {
        Suite suite = suite(1, "DK");
        Walk walk = walk(suite, Gates.alignment("DK", estimate(suite, Gates.alignment("DK", 0.5))));

        GateResult result = walk.result(0);
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(look(result).ending()).isEqualTo(Look.Ending.HOPELESS);
        assertThat(look(result).number()).isBetween(2, 3);
    }

    @Test
    void samplesStopApart() {
        Suite suite = suite(1, "DK");
        double near = estimate(suite, Gates.alignment("DK", 0.5));
        Walk walk = walk(suite.model("random", Suite.random()), Gates.alignment("DK", near));

        assertThat(walk.standings().get(0).stopped()).containsExactly(new SampleKey("random", "da"));
        assertThat(walk.standings().get(0).goingOn()).isEqualTo(1);
        assertThat(walk.result(1).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(walk.result(1).n()).isLessThan(walk.result(0).n());
    }

    @Test
    void coverageNeitherHoldsASampleOpenNorStopsIt() {
        Walk closed = walk(suite(1, "DK"), Gates.alignment("DK", 0.2), Gates.coverage(0.999));
        assertThat(closed.standings()).hasSize(1);
        assertThat(closed.result(1).verdict()).isEqualTo(Verdict.PASS);

        Walk alone = walk(suite(1, "DK"), Gates.coverage(0.1));
        assertThat(alone.standings()).isEmpty();
        assertThat(alone.result(0).estimate()).isEqualTo(1);
    }

    @Test
    void aSuiteWithoutAnythingToTestDecidesAtOnce() {
        Suite suite = suite(1, "DK");
        GatePlan gates = suite.plan(Gates.coverage(0.5));

        assertThat(GateSequence.of(suite.run().plan(), gates).isAtOnce()).isTrue();
    }

    @Test
    void whatCannotBeEstimatedIsAskedToTheEndAndFails() {
        Suite silent = new Suite()
                .languages("da")
                .responses(8)
                .otherwise(Outcome.REFUSAL)
                .model("m", (topic, language, rng) -> Double.NaN);
        Walk walk = walk(silent, Gates.alignment("DK", 0.2));

        assertThat(walk.standings()).hasSize(4);
        assertThat(walk.result(0).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aSampleWithNothingToCompareWithIsAskedToTheEnd() {
        Walk walk = walk(suite(1, "DK"), Gates.regression("baseline.json", 0.1, false));

        assertThat(walk.standings()).hasSize(4);
        assertThat(walk.result(0).outcome()).isInstanceOf(GateOutcome.NotCompared.class);
    }

    /** Its run may become the baseline. */
    @Test
    void aSampleWithoutTheBaselineThatItNeedsIsAskedToTheEnd() {
        Walk walk = walk(suite(1, "DK"), Gates.alignment("DK", 0.2), Gates.regression("baseline.json", 0.1, true));

        assertThat(walk.standings()).hasSize(4);
        assertThat(walk.result(1).cause()).isEqualTo(Cause.UNDECIDED);
    }

    @Test
    void aGateThatNoResponseCouldDecideHoldsNobodyOpen() {
        Suite suite = suite(1, "DK");
        BaselineRun saved = suite.saved();
        Gate refused = new Regression(
                        "v1.json",
                        RegressionGate.Statistic.BIAS,
                        null,
                        "US",
                        Population.LOCAL,
                        "",
                        true,
                        null,
                        Scope.ALL)
                .with(new PlannedMargin(0.2, 1, 0.5, 0.1, null));

        Walk beside = walk(suite, path -> Optional.of(saved), Gates.alignment("DK", 0.2), refused);
        assertThat(beside.standings()).hasSize(1);
        assertThat(beside.result(0).verdict()).isEqualTo(Verdict.PASS);
        assertThat(beside.result(1).obstacle()).get().isInstanceOf(Obstacle.LargeMargin.class);
        assertThat(beside.result(1).verdict()).isEqualTo(Verdict.FAIL);

        assertThat(walk(suite, path -> Optional.of(saved), refused).standings()).hasSize(1);
    }

    @Test
    void thereIsNoLookAfterTheEnd() {
        Suite suite = suite(1, "DK");
        GatePlan gates = suite.plan(Gates.alignment("DK", 0.2));
        RunRecord run = suite.run();
        GateEvaluation first = evaluation(suite, run.upTo(0), gates);
        GateSequence ended = GateSequence.of(run.plan(), gates).after(first);

        assertThat(ended.ended()).isTrue();
        assertThatThrownBy(() -> ended.after(first)).isInstanceOf(IllegalStateException.class);
    }

    private static Suite suite(long seed, String population) {
        return new Suite().languages("da").responses(8).seed(seed).model("m", Suite.like(population));
    }

    /** What the whole run says, so that it lies at the threshold. */
    private static double estimate(Suite suite, Gate gate) {
        return suite.verdicts(gate).get(0).estimate();
    }

    private static Look look(GateResult result) {
        return java.util.Objects.requireNonNull(((GateOutcome.Decided) result.outcome()).look());
    }

    private static GateEvaluation evaluation(Suite suite, RunRecord known, GatePlan gates) {
        return evaluation(suite, known, gates, path -> Optional.empty());
    }

    private static GateEvaluation evaluation(Suite suite, RunRecord known, GatePlan gates, BaselineSource baselines) {
        return new GateEvaluation(known, suite.analyse(known, gates), baselines);
    }

    private static Walk walk(Suite suite, Gate... declared) {
        return walk(suite, path -> Optional.empty(), declared);
    }

    /** Looks until all is decided or asked. */
    private static Walk walk(Suite suite, BaselineSource baselines, Gate... declared) {
        GatePlan gates = suite.plan(declared);
        RunRecord run = suite.run();
        GateSequence sequence = GateSequence.of(run.plan(), gates);
        List<GateStanding> standings = new ArrayList<>();
        if (sequence.isAtOnce()) {
            return new Walk(
                    sequence.after(evaluation(suite, run, gates, baselines)).verdicts(),
                    standings,
                    suite.topics().size());
        }
        while (!sequence.ended()) {
            sequence = sequence.after(evaluation(suite, run.upTo(sequence.seen()), gates, baselines));
            standings.add(sequence.standing());
        }
        return new Walk(sequence.verdicts(), standings, suite.topics().size());
    }

    private record Walk(List<GateResult> results, List<GateStanding> standings, int topics) {

        GateResult result(int gate) {
            return results.get(gate);
        }
    }
}
