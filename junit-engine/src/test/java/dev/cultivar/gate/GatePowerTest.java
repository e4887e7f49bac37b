package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.report.words.PowerWords;
import dev.cultivar.stats.Correction;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatePowerTest {

    private final Suite suite = new Suite().model("m", Suite.like("DK")).languages("da");

    private GatePower.Detectable of(Gate gate, long responses, int gates, double effect) {
        List<GatePower.Detectable> all = new GatePower(
                        Suite.TABLE, suite.topics(), responses, 0.95, Correction.HOLM, gates)
                .of(suite.plan(gate), effect);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void oneResponseATopicGivesFishersStandardError() {
        int topics = suite.topics().size();
        // independent pairs: about 1 / sqrt(n)
        assertThat(of(Gates.alignment("local", 0.4), topics, 1, 0.2).standardError())
                .isCloseTo(1 / Math.sqrt(topics), within(1e-12));
    }

    @Test
    void moreResponsesHelpUntilTheTopicsThemselvesAreTheLimit() {
        double few = of(Gates.alignment("local", 0.4), 80, 1, 0.2).detectable();
        double many = of(Gates.alignment("local", 0.4), 800, 1, 0.2).detectable();
        double endless = of(Gates.alignment("local", 0.4), 80_000_000, 1, 0.2).detectable();
        assertThat(many).isLessThan(few);
        assertThat(endless).isGreaterThan(0.05).isLessThan(many);
    }

    @Test
    void theNumberOfResponsesItNamesIsEnoughAndOneResponseATopicLessIsNot() {
        GatePower.Detectable plan = of(Gates.alignment("local", 0.4), 300, 1, 0.22);
        long needed = plan.needed().orElseThrow();
        assertThat(of(Gates.alignment("local", 0.4), needed, 1, 0.22).detectable())
                .isLessThanOrEqualTo(0.22);
        assertThat(of(Gates.alignment("local", 0.4), needed - suite.topics().size(), 1, 0.22)
                        .detectable())
                .isGreaterThan(0.22);
    }

    @Test
    void whatNoNumberOfResponsesCanShowIsSaidWithTheTopicsItTakes() {
        GatePower.Detectable plan = of(Gates.alignment("local", 0.4), 300, 1, 0.02);
        assertThat(plan.needed()).isEmpty();
        assertThat(plan.neededTopics()).isGreaterThan(1000);
        assertThat(PowerWords.of(plan))
                .contains("no number of responses to these", "topics, but " + plan.neededTopics());
    }

    @Test
    void moreGatesNeedMore() {
        assertThat(of(Gates.bias("US", 0.05), 300, 24, 0.1).detectable())
                .isGreaterThan(of(Gates.bias("US", 0.05), 300, 1, 0.1).detectable());
    }

    @Test
    void anExactShareHasNothingToPlan() {
        assertThat(new GatePower(Suite.TABLE, suite.topics(), 300, 0.95, Correction.HOLM, 1)
                        .of(suite.plan(Gates.coverage(0.8)), 0.1))
                .isEmpty();
    }
}
