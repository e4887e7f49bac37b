package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.cultivar.engine.mistaken.MistakenSuites;
import dev.cultivar.engine.sound.SoundSuites;
import dev.cultivar.planted.PlantedServer;
import dev.cultivar.survey.PopulationTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;

class MistakesTest {

    private final Bench bench = new Bench();

    @Test
    void aMistypedParameterIsRedAndNamesTheNearest() {
        bench.with("cultivar.model", "planted/fifty");

        assertThat(only(SoundSuites.OneGate.class))
                // One letter too many, and one too few.
                .startsWith("dev.cultivar.engine.sound.SoundSuites$OneGate: There is no parameter cultivar.model;"
                        + " nearest: cultivar.mode, cultivar.models, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cultivar.policy", "cultivar.Policy", "CULTIVAR.POLICY"})
    void aParameterInOtherCaseIsRedAndNamesTheRightOne(String name) {
        bench.with(name, "policy.yaml");

        assertThat(only(SoundSuites.OneGate.class))
                .contains("There is no parameter " + name + "; nearest: cultivar.policy");
    }

    @Test
    void aMistypedSystemPropertyIsRedToo() {
        System.setProperty("cultivar.modells", "planted/fifty");
        try {
            bench.withSystemProperties();

            assertThat(only(SoundSuites.OneGate.class)).contains("no parameter cultivar.modells", "cultivar.models");
        } finally {
            System.clearProperty("cultivar.modells");
        }
    }

    @Test
    void aMisspeltBuiltInModelIsToldBeforeAnythingIsAsked() {
        bench.with("cultivar.models", "planted/perfct-DK");
        assertThat(only(SoundSuites.OneGate.class))
                .contains("There is no planted model 'perfct-DK'", "perfect-POPULATION");

        bench.with("cultivar.models", "planted/perfect-Denmark");
        assertThat(only(SoundSuites.OneGate.class)).contains("There is no population 'Denmark'", "DK");
    }

    @Test
    void aBuiltInModelWithoutFiguresToAnswerByIsToldBeforeAnythingIsAsked() {
        bench.with("cultivar.languages", "sw");
        for (String model : List.of("planted/perfect-local", "planted/mix-local50-US50")) {
            bench.with("cultivar.models", model);

            assertThat(only(SoundSuites.OneGate.class))
                    .contains(
                            "takes its answers in Swahili from survey figures, and there are none on 1 of the suite's 1 topics: F120",
                            "cultivar:ground-truth");
        }
    }

    /** People in Austria and Germany were asked what people think of abortion, and not whether men should have the jobs. */
    @Test
    void aBuiltInModelIsNotAskedOnTopicsOnWhichItHasNothingToSay() {
        PopulationTable table = PopulationTable.builtIn();

        assertThat(PlantedServer.silence("perfect-local", table, "de", List.of("F120", "C001", "C002")))
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("takes its answers in German from survey figures, and there are none on 2 of the"
                                + " suite's 3 topics: C001, C002; leave out the topics or the language"));
        assertThat(PlantedServer.silence("perfect-local", table, "de", List.of("F120", "F118")))
                .isEmpty();
    }

    @Test
    void aLanguageWithoutFiguresCanBeAskedInWhereNothingNeedsThem() {
        bench.with("cultivar.languages", "sw");
        bench.with("cultivar.models", "planted/uniform,planted/perfect-KE");

        assertThat(messages(selectClass(SoundSuites.OneGate.class))).isEmpty();
    }

    @Test
    void theFormerNameOfABuiltInModelIsRefusedWithTheNewOne() {
        bench.with("cultivar.models", "baseline/perfect-DK");

        assertThat(only(SoundSuites.OneGate.class))
                .contains("Model 'baseline/perfect-DK' is now called 'planted/perfect-DK'");
    }

    @Test
    void aShardThatIsNoneIsRefused() {
        bench.with("cultivar.shard", "9/8");
        assertThat(only(SoundSuites.OneGate.class))
                .contains("it must be a part and how many there are, for example 2/8");
    }

    @Test
    void warnsOfAnUnknownTopicAndNamesTheNearest() {
        assertThat(only(MistakenSuites.UnknownTopic.class)).contains("abortion()", "'F12O'", "F120");
    }

    @Test
    void warnsOfAnUnknownListAndNamesTheNearest() {
        assertThat(only(MistakenSuites.UnknownList.class)).contains("all()", "'wvs8'", "wvs7");
    }

    @Test
    void warnsOfASuiteThatAsksNothing() {
        assertThat(only(MistakenSuites.NoResponses.class))
                .contains("0 responses per model and language cannot cover 1 topics", "cultivar.responses");
    }

    @Test
    void warnsOfALanguageWithoutPrompts() {
        assertThat(only(MistakenSuites.UnknownLanguage.class)).contains("UnknownLanguage", "'xx'");
    }

    @Test
    void warnsOfAModelWithoutEndpoint() {
        assertThat(only(MistakenSuites.UnknownModel.class)).contains("UnknownModel", "'gpt-9'", "endpoint");
    }

    @Test
    void warnsOfProbesOutsideASuite() {
        assertThat(only(MistakenSuites.NoSuite.class)).contains("NoSuite", "add @CulturalSuite");
    }

    @Test
    void warnsOfASuiteWithoutProbes() {
        assertThat(only(MistakenSuites.NoProbe.class)).contains("NoProbe", "nothing would run");
    }

    @Test
    void warnsOfASuiteOfWhichEveryProbeIsSkipped() {
        assertThat(only(MistakenSuites.OnlySkipped.class)).contains("OnlySkipped", "nothing would run");
    }

    @Test
    void warnsOfSuitesThatCannotBeMade() {
        assertThat(only(MistakenSuites.InnerClass.class)).contains("InnerClass", "make it static");
        assertThat(only(MistakenSuites.NoConstructor.class)).contains("NoConstructor", "constructor");
    }

    @Test
    void warnsOfEveryMistakenMethodAtOnce() {
        assertThat(messages(selectClass(MistakenSuites.Methods.class)))
                .hasSize(6)
                .anySatisfy(line -> assertThat(line).contains("hidden()", "private"))
                .anySatisfy(line -> assertThat(line).contains("ofTheClass()", "static"))
                .anySatisfy(line -> assertThat(line).contains("returning()", "void"))
                .anySatisfy(line -> assertThat(line).contains("greedy()", "CellResult"))
                .anySatisfy(line -> assertThat(line).contains("strange()", "CellResult"))
                .anySatisfy(line -> assertThat(line).contains("silent()", "names no topic"));
    }

    @Test
    void warnsOfATopicThatTwoProbesName() {
        assertThat(only(MistakenSuites.Twice.class)).contains("second()", "F120", "first()");
    }

    @Test
    void warnsOfAProbeLostByOverriding() {
        assertThat(only(MistakenSuites.Lost.class)).contains("Lost.abortion()", "Base", "repeat the annotation");
    }

    @Test
    void warnsOfGatesThatCannotBe() {
        assertThat(only(MistakenSuites.Gates.class)).contains("@CoverageGate", "1.5");
    }

    @Test
    void warnsOfAParameterThatCannotBe() {
        bench.with("cultivar.responses", "many");

        assertThat(only(SoundSuites.OneCell.class)).contains("cultivar.responses", "'many'");
    }

    @Test
    void everyMistakeIsAnErrorWithItsPlace() {
        assertThat(issues(selectClass(MistakenSuites.Methods.class)))
                .isNotEmpty()
                .allSatisfy(issue -> {
                    assertThat(issue.severity()).isEqualTo(Severity.ERROR);
                    assertThat(issue.source()).isPresent();
                    assertThat(issue.message()).doesNotContain("\n");
                });
    }

    @Test
    void aMistakeIsReportedOnceHoweverOftenItIsMet() {
        assertThat(messages(
                        selectClass(MistakenSuites.UnknownTopic.class),
                        selectMethod(MistakenSuites.UnknownTopic.class, "abortion"),
                        selectClass(MistakenSuites.class)))
                .filteredOn(line -> line.contains("F12O"))
                .hasSize(1);
    }

    @Test
    void aMistakenSuiteKeepsALeafThatFails() {
        TestDescriptor engine = bench.discover(selectMethod(MistakenSuites.UnknownTopic.class, "abortion"))
                .getEngineDescriptor();

        assertThat(bench.leaves(engine)).hasSize(1);
    }

    private String only(Class<?> suite) {
        List<String> messages = messages(selectClass(suite));
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private List<String> messages(DiscoverySelector... selectors) {
        return issues(selectors).stream().map(DiscoveryIssue::message).toList();
    }

    private List<DiscoveryIssue> issues(DiscoverySelector... selectors) {
        return bench.discover(selectors).getDiscoveryIssues();
    }
}
