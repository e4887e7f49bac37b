package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cultivar.analysis.Analysis;
import dev.cultivar.analysis.estimate.Measurement;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.design.Expectations;
import dev.cultivar.gate.design.Expected;
import dev.cultivar.gate.design.PowerDesign;
import dev.cultivar.gate.design.PowerDesigns;
import dev.cultivar.gate.design.UsualModel;
import dev.cultivar.gate.facts.GateSubject;
import dev.cultivar.gate.power.GatePower;
import dev.cultivar.gate.power.Outlook;
import dev.cultivar.report.words.PlanWords;
import dev.cultivar.report.words.PowerWords;
import dev.cultivar.settings.Estimand;
import dev.cultivar.stats.Correction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatePowerTest {

    private static final GateSubject SUBJECT = GateSubject.ofModel("m", "da", "DK");

    private final Suite suite = new Suite().model("m", Suite.like("DK")).languages("da");

    private GatePower power(Expectations known, int perTopic, Correction correction) {
        return new GatePower(
                designs(known), Estimand.THESE_TOPICS, suite.topics().size(), perTopic, 0.95, correction);
    }

    private PowerDesigns designs(Expectations known) {
        return new PowerDesigns(Suite.TABLE, suite.topics(), known);
    }

    private List<Outlook> of(int perTopic, double effect, Gate... gates) {
        return power(Expectations.NONE, perTopic, Correction.HOLM).of(suite.plan(gates), effect);
    }

    private Outlook one(Gate gate, int perTopic, double effect) {
        List<Outlook> all = of(perTopic, effect, gate);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Gate allTopics(double min) {
        return new Alignment("local", min, "spearman", Estimand.ALL_TOPICS, Scope.ALL);
    }

    /** From the study that the formulas come from: responses for 80% power of one gate, and of the hardest of twelve. */
    @ParameterizedTest
    @CsvSource({
        "alignment, 0.40, 0.50, 230, 310, 390, 550",
        "distinct, 0.30, 0.50, 85, 120, 150, 200",
        "distinct, 0.30, 0.40, 350, 490, 620, 860",
        "bias, 0.05, -0.05, 140, 200, 250, 340",
        "bias, 0.05, 0.00, 570, 790, 990, 1380"
    })
    void whatIsNeededIsWhatTheStudyFound(
            String statistic, double threshold, double truth, int low, int high, int lowOfTwelve, int highOfTwelve) {
        PowerDesign design =
                switch (statistic) {
                    case "alignment" ->
                        designs(Expectations.NONE)
                                .alignment(SUBJECT, Metric.SPEARMAN, threshold, Estimand.THESE_TOPICS);
                    case "distinct" -> designs(Expectations.NONE).distinct(SUBJECT, threshold, Estimand.THESE_TOPICS);
                    default -> designs(Expectations.NONE).bias(usTo("da"), Estimand.THESE_TOPICS);
                };
        // With one response to each topic; the variance falls with their number.
        double single = design.precision().standardError(1);
        double distance = Math.abs(design.precision().scale(2).to(truth)
                - design.precision().scale(2).to(threshold));
        int topics = design.topics();
        double alone = topics * Math.pow((1.959964 + 0.841621) * single / distance, 2);
        double hardest = topics * Math.pow((2.865196 + 0.841621) * single / distance, 2);
        assertThat(alone).isBetween((double) low, (double) high);
        assertThat(hardest).isBetween((double) lowOfTwelve, (double) highOfTwelve);
    }

    private static GateSubject usTo(String language) {
        return GateSubject.ofModel("m", language, "US");
    }

    /** Answers of a model with some opinion of its own: ten people of a share that is between the country's and another topic's. */
    private static Suite.Answers mixed(double own) {
        return (topic, language, rng) -> {
            double other = Math.floorMod(topic.hashCode() * 0x9E3779B9L, 1000) / 1000.0;
            double share = own * Suite.TABLE.polarity("DK", topic).orElseThrow() + (1 - own) * other;
            double lean = Math.min(1, Math.max(0, share + 0.15 * (rng.nextDouble() - 0.5)));
            int pro = 0;
            for (int k = 0; k < 10; k++) {
                pro += rng.nextDouble() < lean ? 1 : 0;
            }
            return pro / 10.0;
        };
    }

    /** The study found ratios from 0.9 to 1.2 on real models. */
    @ParameterizedTest
    @CsvSource({"0.9, 4", "0.9, 8", "0.6, 4", "0.6, 8", "0.6, 16", "0.4, 8", "0.4, 16"})
    void plannedErrorsAreThoseOfTheJackknife(double own, int perTopic) {
        double[] sums = new double[4];
        int runs = 6;
        for (int run = 0; run < runs; run++) {
            Suite asked = new Suite()
                    .model("m", mixed(own))
                    .languages("da")
                    .responses(perTopic)
                    .seed(run);
            GatePlan plan = asked.plan(Gates.bias("US", 0), Gates.consistency(0.5), Gates.alignment("DK", 0.4));
            Analysis analysis = asked.analyse(asked.run(), plan);
            double consistency =
                    found(analysis, Statistic.CONSISTENCY, null).estimate().value();
            PowerDesigns designs = designs((statistic, metric, subject) -> statistic == Statistic.CONSISTENCY
                    ? Optional.of(new Expected(consistency, Expected.Source.LAST_RUN))
                    : Optional.empty());
            Measurement alignment = found(analysis, Statistic.ALIGNMENT, "DK");
            sums[0] += ratio(
                    designs.alignment(
                            SUBJECT, Metric.SPEARMAN, alignment.estimate().value(), Estimand.THESE_TOPICS),
                    alignment,
                    perTopic);
            sums[1] += ratio(
                    designs.bias(usTo("da"), Estimand.THESE_TOPICS), found(analysis, Statistic.BIAS, "US"), perTopic);
            sums[2] += ratio(
                    designs.consistency(SUBJECT, consistency, Estimand.THESE_TOPICS),
                    found(analysis, Statistic.CONSISTENCY, null),
                    perTopic);
            Measurement distinct = found(analysis, Statistic.DISTINCT, "DK");
            sums[3] += ratio(
                    designs.distinct(SUBJECT, distinct.estimate().value(), Estimand.THESE_TOPICS), distinct, perTopic);
        }
        // This model has more in common with the world than is assumed.
        assertThat(sums[3] / runs).as("distinct").isBetween(0.8, 1.25);
        assertThat(sums[0] / runs).as("alignment").isBetween(0.85, 1.25);
        assertThat(sums[1] / runs).as("bias").isBetween(0.85, 1.25);
        assertThat(sums[2] / runs).as("consistency").isBetween(0.85, 1.25);
    }

    /** Slots and templates move an answer too; what they move is no topic's. */
    private static Suite.Answers swayed(double own, double sway) {
        Suite.Answers steady = mixed(own);
        return (topic, language, rng) -> {
            double polarity = steady.polarity(topic, language, rng) + sway * (rng.nextDouble() - 0.5);
            return Math.round(10 * Math.min(1, Math.max(0, polarity))) / 10.0;
        };
    }

    @ParameterizedTest
    @CsvSource({"1.0, 0, 4", "1.0, 0, 8", "0.6, 0, 8", "0.6, 0.6, 8", "0.6, 1.2, 8", "0.4, 1.2, 4", "0.4, 1.2, 16"})
    void plannedErrorsOfStabilityAreThoseOfTheJackknife(double own, double sway, int perTopic) {
        double ratios = 0;
        int runs = 6;
        for (int run = 0; run < runs; run++) {
            Suite asked = new Suite()
                    .model("m", swayed(own, sway))
                    .languages("da")
                    .wordings(5)
                    .templates(8)
                    .responses(perTopic)
                    .seed(run);
            Analysis analysis = asked.analyse(asked.run(), asked.plan(new Stability(0.5, Scope.ALL)));
            Measurement share =
                    analysis.find(Statistic.STABILITY, "m", "da", null, "share").orElseThrow();
            PowerDesign design = designs(Expectations.NONE)
                    .stability(SUBJECT, share.estimate().value());
            Pivot pivot = Objects.requireNonNull(share.pivots().of(Estimand.ALL_TOPICS));
            ratios += design.precision().standardError(perTopic) / pivot.standardError() / runs;
        }
        assertThat(ratios).isBetween(0.8, 1.25);
    }

    private static Measurement found(Analysis analysis, Statistic statistic, @Nullable String population) {
        String metric =
                switch (statistic) {
                    case BIAS -> "difference";
                    case DISTINCT -> "mirrored";
                    default -> "spearman";
                };
        return analysis.find(statistic, "m", "da", population, metric).orElseThrow();
    }

    private static double ratio(PowerDesign design, Measurement measured, int perTopic) {
        Pivot pivot = measured.pivots().of(Estimand.THESE_TOPICS);
        return design.precision().standardError(perTopic)
                / Objects.requireNonNull(pivot).standardError();
    }

    @Test
    void moreResponsesToTheseTopicsSeeMoreWithoutLimit() {
        double few = one(Gates.alignment("local", 0.4), 4, 0.2).detectable();
        double fourTimes = one(Gates.alignment("local", 0.4), 16, 0.2).detectable();
        double endless = one(Gates.alignment("local", 0.4), 40_000, 0.2).detectable();
        assertThat(fourTimes).isLessThan(0.6 * few);
        assertThat(endless).isLessThan(0.005);
    }

    @Test
    void overAllTopicsMoreResponsesHelpUntilTheTopicsThemselvesAreTheLimit() {
        double few = one(allTopics(0.4), 2, 0.2).detectable();
        double many = one(allTopics(0.4), 10, 0.2).detectable();
        double endless = one(allTopics(0.4), 1_000_000, 0.2).detectable();
        assertThat(many).isLessThan(few);
        assertThat(endless).isGreaterThan(0.05).isLessThan(many);
    }

    @Test
    void theNumberOfResponsesItNamesIsEnoughAndOneResponseATopicLessIsNot() {
        for (Gate gate : List.of(Gates.alignment("local", 0.4), Gates.bias("US", 0), Gates.consistency(0.4))) {
            long needed = one(gate, 8, 0.05).needed().orElseThrow();
            int perTopic = Math.toIntExact(needed / suite.topics().size());
            assertThat(one(gate, perTopic, 0.05).detectable()).isLessThanOrEqualTo(0.05);
            assertThat(one(gate, perTopic - 1, 0.05).detectable()).isGreaterThan(0.05);
        }
    }

    @Test
    void whatNoNumberOfResponsesCanShowIsSaid() {
        Outlook plan = one(allTopics(0.4), 4, 0.02);
        assertThat(plan.needed()).isEmpty();
        assertThat(PowerWords.of(plan)).contains("more topics: no number of responses to these 76 is enough");
    }

    @Test
    void moreGatesNeedMore() {
        Outlook alone = one(Gates.bias("US", 0.05), 4, 0.1);
        Outlook together = of(
                        4,
                        0.1,
                        Gates.bias("US", 0.05),
                        Gates.consistency(0.4),
                        Gates.alignment("DK", 0.4),
                        Gates.alignment("NL", 0.4))
                .get(0);
        assertThat(together.detectable()).isGreaterThan(alone.detectable());
    }

    @Test
    void anExactShareHasNothingToPlan() {
        assertThat(of(4, 0.1, Gates.coverage(0.8))).isEmpty();
    }

    /** A usual alignment is far above 0.3 and far below 0.9, and at 0.6. */
    @Test
    void whatAUsualModelComesToIsSaidWithTheResponsesThatDecideTheRest() {
        assertThat(one(Gates.alignment("local", 0.3), 8, 0.1).verdict()).isEqualTo(Verdict.PASS);
        assertThat(one(Gates.alignment("local", 0.9), 8, 0.1).verdict()).isEqualTo(Verdict.FAIL);
        Outlook near = one(Gates.alignment("local", UsualModel.ALIGNMENT), 8, 0.1);
        assertThat(near.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(near.deciding()).isEmpty();

        Outlook open = one(Gates.bias("US", 0), 8, 0.1);
        assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        int perTopic =
                Math.toIntExact(open.deciding().orElseThrow() / suite.topics().size());
        assertThat(one(Gates.bias("US", 0), perTopic, 0.1).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(one(Gates.bias("US", 0), perTopic - 1, 0.1).isDecided()).isFalse();
    }

    @Test
    void gatesThatAreSureLeaveTheirShareOfTheErrorLevelToTheOthers() {
        double at = 0.68; // of a usual model at 8 a topic: found alone, and with others only where these are sure
        Outlook alone = one(Gates.alignment("local", at), 8, 0.1);
        assertThat(alone.verdict()).isEqualTo(Verdict.FAIL);
        Outlook last = of(8, 0.1, Gates.alignment("DK", at), Gates.alignment("NL", 0.1), Gates.alignment("PT", 0.1))
                .get(0);
        assertThat(last.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void whatAnEarlierRunFoundComesBeforeWhatIsUsual() {
        Expectations found = (statistic, metric, subject) ->
                Optional.of(new Expected(statistic == Statistic.BIAS ? -0.2 : 0.7, Expected.Source.LAST_RUN));
        Outlook outlook = power(found, 8, Correction.HOLM)
                .of(suite.plan(Gates.bias("US", 0)), 0.1)
                .get(0);
        assertThat(outlook.verdict()).isEqualTo(Verdict.PASS);
        assertThat(outlook.design().expected().measured()).isTrue();
        // 1 - c is 0.3 in place of 0.45
        assertThat(outlook.standardError() / one(Gates.bias("US", 0), 8, 0.1).standardError())
                .isCloseTo(Math.sqrt(0.3 / 0.45), within(1e-12));
    }

    @Test
    void theBottomLineSaysWhatWouldDecideAndWhatNothingDecides() {
        Suite two = new Suite()
                .model("m", Suite.like("DK"))
                .model("n", Suite.like("DK"))
                .languages("da");
        GatePlan plan = two.plan(
                Gates.alignment("local", 0.3),
                Gates.bias("US", 0),
                allTopics(0.58),
                Gates.regression("v1.json", 0.05, true),
                Gates.coverage(0.8));
        Expectations ofN = (statistic, metric, subject) -> "n".equals(subject.model()) && statistic == Statistic.BIAS
                ? Optional.of(new Expected(-0.3, Expected.Source.BASELINE))
                : Optional.empty();
        List<Outlook> outlooks = power(ofN, 8, Correction.HOLM).of(plan, 0.1);
        List<String> lines = PlanWords.gates(plan.leaves(), outlooks, Map.of(), 608);

        assertThat(PlanWords.first(plan.leaves(), outlooks, Map.of(), 608))
                .matches("5 of 10 gates would be decided with 608 responses per model and language, 1 more with"
                        + " cultivar\\.responses=\\d+");
        assertThat(lines)
                .contains(
                        "Gates: 608 responses per model and language decide 3 of 8 gates with an interval in 80 of 100"
                                + " runs; 2 others are decided by an exact share.",
                        "  would pass: alignment >= 0.3 (in Danish with people in Denmark)",
                        "  would pass: bias <= 0 (n in Danish towards the US)",
                        "  would stay open: alignment >= 0.58 (all topics) (in Danish with people in Denmark); no"
                                + " number of responses would decide them over all topics",
                        "  not known until something is asked: 2 gates with an interval",
                        "  This assumes the scores and the self-consistency that the baseline measured (n).")
                .anyMatch(line -> line.startsWith(
                        "  would stay open: bias <= 0 (m in Danish towards the US); cultivar.responses="))
                .anyMatch(line -> line.startsWith("  This assumes a typical model for all others"));
    }

    @Test
    void aPlanForAChangeAssumesAReleaseThatHasNotChanged() {
        GatePlan plan = suite.plan(Gates.regression("v1.json", 0.05, true));
        Outlook bias = of(8, 0.1, Gates.bias("US", 0)).get(0);
        Outlook change = new Outlook(
                plan.leaves().get(0),
                bias.design(),
                bias.standardError(),
                bias.detectable(),
                bias.needed(),
                bias.effect(),
                Verdict.PASS,
                OptionalLong.empty());

        assertThat(PlanWords.gates(plan.leaves(), List.of(change), Map.of(), 608))
                .contains(
                        "  For a change since the baseline, this assumes a release that has not changed, and answers that"
                                + " differ among themselves as the baseline's do.");
        assertThat(PlanWords.gates(List.of(bias.leaf()), List.of(bias), Map.of(), 608))
                .noneMatch(line -> line.contains("has not changed"));
    }
}
