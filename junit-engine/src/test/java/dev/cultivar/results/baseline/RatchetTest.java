package dev.cultivar.results.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.gate.Suite;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.IncomparableException;
import dev.cultivar.report.words.IncomparableWords;
import dev.cultivar.report.words.RatchetWords;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Models of known values: a share of their answers is drawn from Denmark's polarities, the others are random. */
class RatchetTest {

    private static Suite.Answers danish(double share) {
        Suite.Answers danish = Suite.like("DK");
        Suite.Answers random = Suite.random();
        return (topic, language, rng) -> (rng.nextDouble() < share ? danish : random).polarity(topic, language, rng);
    }

    private static Suite suite(double share) {
        return new Suite().model("release", danish(share)).languages("da").responses(10);
    }

    private static Ratchet ratchet(BaselineRun before, Suite now) {
        return Ratchet.of(before, now.saved(), PopulationTable.builtIn(), 0.95);
    }

    private static double alignment(BaselineRun run) {
        return run.statistics().stream()
                .filter(figure -> figure.statistic().equals("alignment") && "DK".equals(figure.population()))
                .mapToDouble(BaselineRun.Figure::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBetterRunTakesThePlaceOfTheBaseline() {
        BaselineRun before = suite(0.3).saved();
        Suite better = suite(0.9).seed(2);

        Ratchet ratchet = ratchet(before, better);

        assertThat(ratchet.steps()).extracting(Ratchet.Step::kind).containsExactly(Ratchet.Kind.RAISED);
        assertThat(ratchet.result()).isEqualTo(better.saved());
        assertThat(RatchetWords.of(ratchet.steps().get(0)))
                .startsWith("RAISED release in Danish: alignment with Denmark ")
                .contains(" then, ", " now, change ");
    }

    @Test
    void aWorseRunNeverTakesItsPlaceAndSaysByHowMuchItFell() {
        BaselineRun before = suite(0.9).saved();

        Ratchet ratchet = ratchet(before, suite(0.3).seed(2));

        assertThat(ratchet.moved()).isFalse();
        assertThat(ratchet.result()).isEqualTo(before);
        assertThat(ratchet.steps().get(0).kind()).isEqualTo(Ratchet.Kind.KEPT);
        assertThat(ratchet.steps().get(0).reason()).isEqualTo(new RatchetReason.CertainlyLower(List.of("DK")));
        assertThat(RatchetWords.of(ratchet.steps().get(0)))
                .startsWith(
                        "KEPT release in Danish: alignment with Denmark fell by more than chance explains; alignment with Denmark ");
    }

    /** Where the luckiest of many equal runs became the reference, it would rise by chance: at most 1 in 40 may move it. */
    @Test
    void equalRunsSeldomMoveIt() {
        BaselineRun before = suite(0.6).saved();
        int moved = 0;
        for (int seed = 2; seed < 22; seed++) {
            moved += ratchet(before, suite(0.6).seed(seed)).moved() ? 1 : 0;
        }
        // by 20 tries of a probability of 0.025, 4 or more happen with one below 0.002
        assertThat(moved).isLessThan(4);
    }

    @Test
    void manySmallStepsDownNeverAddUpAsTheBestIsKept() {
        BaselineRun kept = suite(0.9).saved();
        double best = alignment(kept);
        int seed = 2;
        for (double share = 0.8; share > 0.2; share -= 0.1) {
            kept = ratchet(kept, suite(share).seed(seed++)).result();
            assertThat(alignment(kept)).isGreaterThanOrEqualTo(best);
        }
    }

    @Test
    void eachModelMovesByItselfAndKeepsTheRunItComesFrom() {
        Suite before = new Suite()
                .languages("da")
                .responses(10)
                .model("rising", danish(0.3))
                .model("falling", danish(0.9));
        Suite now = new Suite()
                .languages("da")
                .responses(10)
                .seed(2)
                .model("rising", danish(0.9))
                .model("falling", danish(0.3))
                .model("new", danish(0.5));

        Ratchet ratchet = ratchet(before.saved(), now);

        assertThat(ratchet.steps())
                .extracting(step -> step.model() + " " + step.kind())
                .containsExactly("rising RAISED", "falling KEPT", "new ADDED");
        BaselineRun result = ratchet.result();
        assertThat(result.origin(result.sample("rising", "da").orElseThrow()).seed())
                .isEqualTo(2);
        assertThat(result.origin(result.sample("falling", "da").orElseThrow()).seed())
                .isEqualTo(1);
        assertThat(result.sample("falling", "da").orElseThrow().answers())
                .isEqualTo(before.saved().sample("falling", "da").orElseThrow().answers());
        // a third run is compared with the best of both
        assertThat(ratchet(result, now.seed(3)).steps())
                .extracting(step -> step.model() + " " + step.kind())
                .containsExactly("rising KEPT", "falling KEPT", "new KEPT");
    }

    @Test
    void aModelThatTheRunLacksIsKept() {
        BaselineRun before = suite(0.5).model("retired", danish(0.9)).saved();
        Ratchet ratchet = ratchet(before, suite(0.5).seed(2));
        assertThat(ratchet.result().sample("retired", "da")).isPresent();
        assertThat(RatchetWords.of(ratchet.steps().get(1)))
                .isEqualTo("KEPT retired in Danish: the run does not have it");
    }

    @Test
    void aBetterRunOnFewerTopicsWouldLoosenItAndIsNotTaken() {
        Suite better = suite(0.9).seed(2);
        Ratchet ratchet = ratchet(
                suite(0.3).saved(),
                better.topics(better.topics().subList(1, better.topics().size())));
        assertThat(ratchet.moved()).isFalse();
        assertThat(RatchetWords.of(ratchet.steps().get(0)))
                .contains("1 topic of the baseline cannot be compared ("
                        + suite(0.3).topics().get(0) + ")");
    }

    @Test
    void aBetterRunThatAnswersLessIsNotTaken() {
        Suite.Answers danish = danish(0.95);
        Suite.Answers reticent = new Suite.Answers() {
            private int asked;

            @Override
            public double polarity(String topic, String language, UniformRandomProvider rng) {
                return asked++ % 10 == 0 ? Double.NaN : danish.polarity(topic, language, rng);
            }
        };
        Suite better = new Suite()
                .model("release", reticent)
                .languages("da")
                .responses(10)
                .seed(2);
        Ratchet ratchet = ratchet(suite(0.3).saved(), better);
        assertThat(ratchet.moved()).isFalse();
        assertThat(RatchetWords.of(ratchet.steps().get(0)))
                .startsWith("KEPT release in Danish: coverage fell from 1.00 to 0.90; ");
    }

    @Test
    void anotherCalibrationOrJudgeIsRefused() {
        BaselineRun before = suite(0.3).saved();
        for (Suite other : List.of(suite(0.9).reliability(0.8), suite(0.9).judge("other/judge"))) {
            assertThatThrownBy(() -> ratchet(before, other))
                    .isInstanceOfSatisfying(IncomparableException.class, e -> assertThat(IncomparableWords.of(e.why()))
                            .contains("save a new baseline"));
        }
    }

    @Test
    void theFirstRunIsAddedWhole() {
        BaselineRun first = suite(0.3).saved();
        Ratchet ratchet = Ratchet.first(first);
        assertThat(ratchet.moved()).isTrue();
        assertThat(ratchet.result()).isEqualTo(first);
        assertThat(ratchet.count(Ratchet.Kind.ADDED)).isEqualTo(1);
    }
}
