package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.analysis.estimate.AnalysisOptions;
import dev.cultivar.analysis.estimate.Metric;
import dev.cultivar.api.BiasGate;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GatePlanTest {

    @Test
    void everyKindOfGateIsDescribedOnTheReferencePageThatItNames() throws IOException {
        List<Gate> gates = List.of(
                Gates.alignment("DK", 0.4),
                Gates.bias("US", 0),
                Gates.capability("gpt", 0),
                Gates.consistency(0.4),
                Gates.coverage(0.9),
                Gates.distinct("DK", 0.2),
                new Drift("v1.json", "", true, Scope.ALL),
                Gates.regression("v1.json", 0.1, true),
                new Stability(0.5, Scope.ALL));
        assertThat(gates.stream().<Class<?>>map(Gate::getClass))
                .containsExactlyInAnyOrder(Gate.class.getPermittedSubclasses());
        for (Gate gate : gates) {
            String[] place = gate.referencePage().split("#");
            assertThat(Files.readString(Path.of("..", place[0])).toLowerCase(Locale.ROOT))
                    .contains("\n## @" + place[1] + "\n");
        }
    }

    private final Suite suite = new Suite()
            .model("gpt-4o", Suite.like("US"))
            .model("gemma-2-9b", Suite.like("DK"))
            .languages("da", "nl", "pt");

    @Test
    void localStandsForTheCountriesThatSpeakTheLanguageTogether() {
        GatePlan plan = suite.plan(Gates.alignment("local", 0.4));
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.leaves())
                .extracting(GateLeaf::code)
                .containsExactly(
                        "alignment gpt-4o da DK >= 0.4",
                        "alignment gpt-4o nl NL >= 0.4",
                        "alignment gpt-4o pt local-pt >= 0.4",
                        "alignment gemma-2-9b da DK >= 0.4",
                        "alignment gemma-2-9b nl NL >= 0.4",
                        "alignment gemma-2-9b pt local-pt >= 0.4");
    }

    @Test
    void populationsWithTheSameFiguresAreOneGate() {
        assertThat(suite.plan(
                                Gates.alignment("local", 0.4),
                                Gates.alignment("language", 0.4),
                                Gates.alignment("DK", 0.4))
                        .leaves())
                .filteredOn(leaf -> leaf.language().equals("da"))
                .extracting(GateLeaf::code)
                .containsExactly("alignment gpt-4o da DK >= 0.4", "alignment gemma-2-9b da DK >= 0.4");
        assertThat(suite.plan(Gates.alignment("local", 0.4), Gates.alignment("language", 0.3))
                        .problems())
                .anyMatch(problem -> problem.startsWith(
                        "Two gates contradict each other: alignment of gpt-4o in Danish with people in"
                                + " Denmark >= 0.4 and alignment of gpt-4o in Danish with people in Denmark >= 0.3;"));
    }

    @Test
    void aCountryThatIsNamedHasAGateOfItsOwn() {
        assertThat(suite.plan(Gates.only(Gates.alignment("BR", 0.4), List.of("gpt-4o"), List.of("pt")))
                        .leaves())
                .extracting(GateLeaf::code)
                .containsExactly("alignment gpt-4o pt BR >= 0.4");
    }

    @Test
    void aGateIsKnownByWhatItMeasuresAndNotByItsThreshold() {
        List<GateLeaf> leaves = suite.plan(
                        Gates.alignment("local", 0.4),
                        Gates.alignment("local", 0.3, "pearson"),
                        Gates.alignment("global", 0.4),
                        Gates.bias("US", 0.05),
                        Gates.bias("US", 0.2, "ols"),
                        Gates.regression("v1.json", 0.03, false),
                        Gates.regression("v2.json", 0.03, false),
                        Gates.consistency(0.5),
                        Gates.coverage(0.8))
                .leaves();
        List<GateLeaf> tightened = suite.plan(Gates.alignment("local", 0.55)).leaves();

        assertThat(leaves).extracting(GateLeaf::measures).doesNotHaveDuplicates();
        assertThat(leaves).extracting(GateLeaf::name).doesNotHaveDuplicates();
        assertThat(tightened.get(0).measures())
                .isEqualTo("alignment gpt-4o da DK")
                .isEqualTo(leaves.get(0).measures());
        assertThat(tightened.get(0).name()).isNotEqualTo(leaves.get(0).name());
    }

    @Test
    void aGatesNameSaysWhomItIsAboutWithoutACode() {
        assertThat(suite.languages("da")
                        .plan(
                                Gates.only(Gates.alignment("local", 0.4), List.of("gpt-4o"), List.of("da")),
                                Gates.only(Gates.distinct("DK", 0.3), List.of("gpt-4o"), List.of("da")),
                                Gates.only(Gates.bias("US", 0.1), List.of("gpt-4o"), List.of("da")),
                                Gates.only(Gates.consistency(0.5), List.of("gpt-4o"), List.of("da")),
                                Gates.only(Gates.regression("v1.json", 0.03, false), List.of("gpt-4o"), List.of("da")))
                        .leaves())
                .extracting(GateLeaf::name)
                .containsExactly(
                        "alignment of gpt-4o in Danish with people in Denmark >= 0.4",
                        "distinct alignment of gpt-4o in Danish with people in Denmark >= 0.3",
                        "bias of gpt-4o in Danish towards the US <= 0.1",
                        "self-consistency of gpt-4o in Danish >= 0.5",
                        "change in alignment of gpt-4o in Danish with people in Denmark since v1.json >= -0.03");
    }

    @Test
    void languageAndGlobalStandForOnePopulationEach() {
        GatePlan plan = suite.plan(
                Gates.only(Gates.alignment("language", 0.1), List.of("gpt-4o"), List.of("da", "pt")),
                Gates.only(Gates.alignment("global", 0.1), List.of("gpt-4o"), List.of("pt")));
        assertThat(plan.leaves()).extracting(GateLeaf::population).containsExactly("DK", "pt", "global");
    }

    @Test
    void gatesWithoutAPopulationHaveOneLeafAModelAndLanguage() {
        assertThat(suite.plan(Gates.coverage(0.8), Gates.consistency(0.5)).leaves())
                .hasSize(12);
        assertThat(suite.plan(Gates.bias("US", 0.05)).leaves())
                .hasSize(6)
                .extracting(GateLeaf::population)
                .containsOnly("US");
    }

    @Test
    void aCapabilityGateHasOneLeafALanguage() {
        Suite families = new Suite()
                .model("a1", "a", Map.of("da", 0.4, "nl", 0.5), Suite.random())
                .model("a2", "a", Map.of("da", 0.6, "nl", 0.7), Suite.random());
        assertThat(families.plan(Gates.capability("a", 0)).leaves())
                .extracting(GateLeaf::code)
                .containsExactly("capability a da >= 0", "capability a nl >= 0");
    }

    @Test
    void tellsTheAnalysisWhatItNeeds() {
        GatePlan plan = suite.plan(Gates.alignment("SG", 0.4, "pearson"), Gates.bias("GB", 0.05));
        AnalysisOptions options = plan.require(new AnalysisOptions(
                1,
                0.95,
                100,
                java.util.OptionalDouble.empty(),
                new TreeSet<>(Set.of("US")),
                new TreeSet<>(),
                Set.of(),
                Method.ROBUST,
                false));
        assertThat(options.references()).containsExactly("GB", "US");
        assertThat(options.populations()).containsExactly("SG");
        assertThat(options.metrics()).containsExactly(Metric.SPEARMAN, Metric.PEARSON);
    }

    @Test
    void theSameGateTwiceIsOneGate() {
        GatePlan plan = suite.plan(Gates.coverage(0.8), Gates.coverage(0.8));
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.leaves()).hasSize(6);
    }

    @Nested
    class ReportsAsAProblem {

        private void only(Gate gate, String problem) {
            GatePlan plan = suite.plan(gate);
            assertThat(plan.problems()).containsExactly(problem);
            assertThat(plan.leaves()).isEmpty();
        }

        @Test
        void anUnknownPopulationWithTheNearestNames() {
            GatePlan plan = suite.plan(Gates.alignment("DNK", 0.4));
            assertThat(plan.problems())
                    .singleElement()
                    .asString()
                    .startsWith("@AlignmentGate: population 'DNK' is unknown; nearest: DK,");
        }

        @Test
        void anUnknownModelOrLanguage() {
            GatePlan plan = suite.plan(Gates.only(Gates.coverage(0.8), List.of("gpt4o"), List.of("dk")));
            assertThat(plan.problems())
                    .containsExactly(
                            "@CoverageGate: the suite has no model 'gpt4o'; nearest: gpt-4o, gemma-2-9b.",
                            "@CoverageGate: the suite has no language 'dk'; nearest: da, nl, pt.");
        }

        @Test
        void twoThresholdsForOneDecision() {
            GatePlan plan = suite.plan(
                    Gates.only(Gates.alignment("local", 0.4), List.of("gpt-4o"), List.of("da")),
                    Gates.only(Gates.alignment("DK", 0.5), List.of("gpt-4o"), List.of("da")));
            assertThat(plan.problems())
                    .containsExactly(
                            "Two gates contradict each other: alignment of gpt-4o in Danish with people in"
                                    + " Denmark >= 0.4 and alignment of gpt-4o in Danish with people in Denmark >= 0.5; keep one, or give them different models or languages.");
        }

        @Test
        void aThresholdOutOfRange() {
            only(Gates.alignment("local", 1.1), "@AlignmentGate: threshold 1.1 is outside [-1, 1].");
            only(Gates.alignment("local", -0.1, "mean-alignment"), "@AlignmentGate: threshold -0.1 is outside [0, 1].");
            only(Gates.coverage(80), "@CoverageGate: threshold 80 is outside [0, 1].");
            only(Gates.regression("b.json", -0.03, true), "@RegressionGate: threshold -0.03 is outside [0, 2].");
            only(Gates.consistency(Double.NaN), "@ConsistencyGate: threshold NaN is outside [-1, 1].");
            only(Gates.capability("f", Double.NaN), "@CapabilityGate: threshold NaN is not a finite number.");
        }

        @Test
        void aMetricWithoutAnIntervalAtTheseTopics() {
            Gate gate = Gates.alignment("local", 0.4, "wasserstein");
            only(
                    gate,
                    "@AlignmentGate: metric 'wasserstein' has no interval for these topics; choose mean-alignment, or"
                            + " estimand ALL_TOPICS.");
            assertThat(suite.estimand(Estimand.ALL_TOPICS).plan(gate).problems())
                    .isEmpty();
        }

        /** It knows Spearman's rho over all topics and nothing else; these gates were red at the verdict, when all was paid for. */
        @Test
        void whatThePublishedMethodDoesNotKnow() {
            suite.method(Method.PUBLISHED);
            only(
                    Gates.distinct("local", 0.3),
                    "@DistinctGate: cultivar.method=published has no distinct alignment; leave the gate out, or set"
                            + " cultivar.method to robust.");
            only(
                    Gates.alignment("local", 0.3, "mirrored"),
                    "@AlignmentGate: with cultivar.method=published the only metric is spearman; choose it, or set"
                            + " cultivar.method to robust.");
            only(
                    new Consistency(0.5, Estimand.THESE_TOPICS, Scope.ALL),
                    "@ConsistencyGate: with cultivar.method=published the only estimand is ALL_TOPICS; leave the"
                            + " estimand out, or set cultivar.method to robust.");
            assertThat(suite.plan(
                                    Gates.alignment("local", 0.3),
                                    Gates.bias("US", 0.1),
                                    Gates.consistency(0.5),
                                    Gates.regression("b.json", 0.1, true))
                            .problems())
                    .isEmpty();
        }

        @Test
        void everyoneAsAPopulationAmongOthers() {
            only(
                    Gates.distinct("global", 0.3),
                    "@DistinctGate: the whole world has no other countries to differ from; name a population.");
        }

        @Test
        void aCoefficientAtTheseTopics() {
            only(
                    new Bias("US", 0.1, BiasGate.Method.OLS, Estimand.THESE_TOPICS, Scope.ALL),
                    "@BiasGate: method OLS answers for all topics only; leave out the estimand or the method.");
        }

        @Test
        void anUnknownMetric() {
            only(
                    Gates.alignment("local", 0.4, "kendall"),
                    "@AlignmentGate: metric 'kendall' is unknown; choose one of spearman, mirrored, pearson,"
                            + " mean-alignment, jensen-shannon, wasserstein.");
        }

        @Test
        void aLanguageThatNoCountrySpeaks() {
            suite.languages("sw");
            only(
                    Gates.alignment("local", 0.4),
                    "@AlignmentGate: no country in the population table has Swahili as its main language, nor does any"
                            + " country in the surveys; name a population, or give the gate other languages.");
            only(
                    Gates.bias("US", 0.05),
                    "@BiasGate: no country but the reference, the US, has Swahili as its main language, nor does any"
                            + " country in the surveys, so there is nothing to compare with; give the gate other languages.");
        }

        /** Polish is not built in, and a table of one's own could have it. */
        @Test
        void aLanguageThatATableOfOnesOwnCouldHave() {
            suite.languages("pl");
            only(
                    Gates.alignment("local", 0.4),
                    "@AlignmentGate: no country in the population table has Polish as its main language; name a"
                            + " population, or give the gate other languages.");
        }

        @Test
        void aReferenceThatIsNoCountry() {
            only(
                    Gates.bias("global", 0.05),
                    "@BiasGate: reference 'global' is not a country; name one by its code, such as US.");
        }

        @Test
        void tooFewTopicsForACorrelation() {
            suite.topics(List.of("F118", "F120", "F121")).languages("da");
            only(
                    Gates.alignment("local", 0.4),
                    "@AlignmentGate: 3 of the suite's 3 topics have survey figures for people in Denmark; at least 5"
                            + " are needed.");
            only(Gates.consistency(0.4), "@ConsistencyGate: the suite has 3 topics; at least 5 are needed.");
        }

        @Test
        void topicsWithoutTruth() {
            suite.topics(List.of("E028", "E225", "E226", "E227", "E228", "F120"))
                    .languages("da");
            only(
                    Gates.alignment("local", 0.4),
                    "@AlignmentGate: 1 of the suite's 6 topics have survey figures for people in Denmark; at least 5"
                            + " are needed.");
        }

        @Test
        void aFamilyWithoutModelsOrCapability() {
            only(
                    Gates.capability("gemma", 0),
                    "@CapabilityGate: no model of the suite is of family 'gemma'; nearest: gemma-2-9b, gpt-4o.");
            assertThat(suite.plan(Gates.capability("gpt-4o", 0)).problems())
                    .contains("@CapabilityGate: no capability in Danish is given for gpt-4o; add it to cultivar.yaml.");
        }

        @Test
        void aRegressionGateWithoutABaseline() {
            only(
                    Gates.regression(" ", 0.03, true),
                    "@RegressionGate: no baseline is named; give the path of a file that cultivar:baseline-save"
                            + " wrote.");
        }
    }
}
