package dev.cultivar.engine;

import static dev.cultivar.engine.LabRun.complaints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.report.RunReports;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import dev.cultivar.store.StoreKey;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whole runs that ask until their gates are decided. */
class LooksRunTest extends AtLab {

    /** 32 topics, 8 responses to each, at four looks. */
    static final int TOPICS = 32;

    @CulturalSuite(languages = "da", responses = 8 * TOPICS)
    @AlignmentGate(population = "DK", min = 0.2)
    @CoverageGate(min = 0.9)
    static class Clear {
        @CulturalProbe(catalogue = "paper")
        void topics() {}
    }

    /** What the model scores: no number of responses would tell on which side of it the truth lies. */
    @CulturalSuite(languages = "da", responses = 8 * TOPICS)
    @AlignmentGate(population = "DK", min = 0.93)
    static class Close {
        @CulturalProbe(catalogue = "paper")
        void topics() {}
    }

    @CulturalSuite(languages = "da", responses = 8 * TOPICS)
    @CoverageGate(min = 0.9)
    static class Exact {
        @CulturalProbe(catalogue = "paper")
        void topics() {}
    }

    @Test
    void aClearCaseEndsAtTheFirstLookWithTheFiguresOfThatLook() throws IOException {
        LabRun run = run();

        assertThat(complaints(run.of(Clear.class))).isEmpty();

        assertThat(lab.calls.get()).isLessThanOrEqualTo(2 * 2 * TOPICS);
        JsonNode gate = run.results().at("/gates/0");
        assertThat(gate.at("/facts/look").toString()).isEqualTo("{\"number\":1,\"of\":4,\"ending\":\"DECIDED\"}");
        assertThat(gate.path("n").asInt()).isEqualTo(2 * TOPICS);
        assertThat(gate.path("lower").asDouble()).isGreaterThanOrEqualTo(0.2);
        assertThat(gate.path("message").asText()).contains("decided at look 1 of 4");
        assertThat(run.console())
                .contains("Clear: look 1 of 4", "1 of 1 gate with an interval decided.", "Finished: perfect in Danish");
    }

    @Test
    void whoWantsTheVerdictsIsToldNothingElse() {
        LabRun run = run().with("cultivar.print", "verdicts").with("cultivar.progress", "1s");
        lab.pause = 20;
        run.of(Clear.class);

        assertThat(run.console())
                .contains("Suite dev.cultivar.engine.LooksRunTest$Clear\n", "PASS     alignment", "Gates: 2 pass.")
                .doesNotContain("look 1 of 4:", "# ", "Cultivar Clear", "proves nothing");
        assertThat(run.console().lines()).hasSizeLessThan(10);
    }

    @Test
    void whatWasNotAskedIsNotLost() throws IOException {
        LabRun run = run();
        run.of(Clear.class);

        assertThat(run.results().path("cells"))
                .hasSize(TOPICS)
                .allSatisfy(cell -> assertThat(cell.path("planned").asInt()).isEqualTo(2));
        assertThat(run.results().at("/gates/1/estimate").asDouble()).isGreaterThan(0.95);
        assertThat(run.results().at("/run/complete").asBoolean()).isTrue();
        assertThat(run.results().at("/run/suites/0/looks").toString())
                .isEqualTo("{\"responses\":256,\"perTopic\":[2,4,6,8]}");
        assertThat(run.console()).doesNotContain("Fewer than 80%");
    }

    @Test
    void eachModelIsAskedAsLongAsItsOwnGatesNeed() throws IOException {
        LabRun run = run().with("cultivar.models", "perfect,uniform");
        run.of(Close.class);

        // The uniform model is far below; the other lies at the threshold.
        assertThat(run.results().at("/gates/1/facts/look/ending").asText()).isEqualTo("DECIDED");
        assertThat(run.results().at("/gates/1/facts/look/number").asInt())
                .isLessThan(run.results().at("/gates/0/facts/look/number").asInt());
        assertThat(planned(run, "uniform")).isLessThan(planned(run, "perfect"));
    }

    private static int planned(LabRun run, String model) throws IOException {
        int planned = 0;
        for (JsonNode cell : run.results().path("cells")) {
            planned += cell.path("model").asText().equals(model)
                    ? cell.path("planned").asInt()
                    : 0;
        }
        return planned;
    }

    @Test
    void aReplayFindsTheSameAtEveryLook() throws IOException {
        LabRun first = run().with("cultivar.models", "perfect,uniform");
        first.of(Close.class);
        JsonNode found = first.results();
        int asked = lab.calls.get();

        LabRun second = run().with("cultivar.models", "perfect,uniform").with("cultivar.mode", "replay");
        second.of(Close.class);

        assertThat(lab.calls).hasValue(asked);
        assertThat(second.results().path("cells")).isEqualTo(found.path("cells"));
        assertThat(second.results().path("results")).isEqualTo(found.path("results"));
        for (int gate = 0; gate < 2; gate++) {
            assertThat(second.results().at("/gates/" + gate + "/facts"))
                    .isEqualTo(found.at("/gates/" + gate + "/facts"));
            assertThat(second.results().at("/gates/" + gate + "/upper"))
                    .isEqualTo(found.at("/gates/" + gate + "/upper"));
        }
    }

    @Test
    void anInterruptedRunGoesOnAtItsLookAndAsksNothingTwice() throws IOException {
        LabRun broken = run();
        assertThat(interrupted(broken, Close.class, 2 * 3 * TOPICS)).isNotEmpty();
        assertThat(broken.results().at("/run/suites/0/interrupted").asBoolean()).isTrue();
        assertThat(broken.results().path("cells"))
                .hasSize(TOPICS)
                .allSatisfy(cell -> assertThat(cell.path("planned").asInt()).isIn(2, 4));
        assertThat(broken.results().path("gates")).isEmpty();

        LabRun whole = run();
        whole.of(Close.class);
        LabRun undisturbed =
                run().with("cultivar.store", folder.resolve("other.db").toString());
        int twice = (int)
                lab.asked.values().stream().filter(times -> times.get() > 1).count();
        undisturbed.of(Close.class);

        // What was under way when it was interrupted: two prompts for each of four places.
        assertThat(twice).isLessThanOrEqualTo(8);
        assertThat(whole.results().path("results"))
                .isEqualTo(undisturbed.results().path("results"));
    }

    /** The first half of the answers is the same; who looks at them once more has half the error level for it. */
    @Test
    void whoRaisesTheResponsesAfterALookTestsTheSameAnswersAtHalfTheErrorLevel() throws IOException {
        LabRun first = run().with("cultivar.responses", String.valueOf(4 * TOPICS));
        first.of(Close.class);
        JsonNode decided = first.results().at("/gates/0");
        assertThat(decided.at("/facts/control/confidence").asDouble()).isEqualTo(0.95);

        LabRun raised = run();
        raised.of(Close.class);
        JsonNode again = raised.results().at("/gates/0");
        assertThat(again.at("/facts/control/confidence").asDouble()).isEqualTo(0.975);
        assertThat(again.path("message").asText())
                .contains(
                        "(97.5% interval",
                        "looked at before with a different number of responses or looks, so this test is held"
                                + " to 97.5%");

        LabRun replay = run().with("cultivar.mode", "replay");
        replay.of(Close.class);
        assertThat(replay.results().at("/gates/0/facts")).isEqualTo(again.at("/facts"));
        LabRun lowered = run().with("cultivar.responses", String.valueOf(4 * TOPICS));
        lowered.of(Close.class);
        assertThat(lowered.results().at("/gates/0/facts"))
                .as("the plan that was first keeps its level")
                .isEqualTo(decided.at("/facts"));
        LabRun fresh = run().with("cultivar.store", folder.resolve("other.db").toString());
        fresh.of(Close.class);
        assertThat(fresh.results().at("/gates/0/facts/control/confidence").asDouble())
                .isEqualTo(0.95);
        assertThat(again.path("lower").asDouble())
                .isLessThan(fresh.results().at("/gates/0/lower").asDouble());
    }

    @Test
    void eachRaiseHalvesTheErrorLevelOnceMoreAndAskingAnewGivesItBack() throws IOException {
        for (int perTopic : List.of(2, 4, 8)) {
            run().with("cultivar.responses", String.valueOf(perTopic * TOPICS)).of(Close.class);
        }
        LabRun looks = run().with("cultivar.looks", "2");
        looks.of(Close.class);
        assertThat(looks.results().at("/gates/0/facts/control/confidence").asDouble())
                .isCloseTo(1 - 0.05 / 8, within(1e-12));

        LabRun anew = run().with("cultivar.mode", "refresh");
        anew.of(Close.class);
        assertThat(anew.results().at("/gates/0/facts/control/confidence").asDouble())
                .isEqualTo(0.95);
    }

    @Test
    void whereNoGateLooksNothingIsNoted() throws IOException {
        run().with("cultivar.responses", String.valueOf(4 * TOPICS)).of(Exact.class);
        run().of(Exact.class);
        try (ResponseStore store =
                ResponseStores.open(folder.resolve("responses.db").toString(), StoreMode.REPLAY)) {
            store.scan(entry -> assertThat(entry.key().kind()).isNotEqualTo(StoreKey.Kind.LOOKS));
        }
    }

    @Test
    void withOneLookEverythingIsAskedAtOnce() throws IOException {
        LabRun run = run().with("cultivar.looks", "1");
        run.of(Clear.class);

        assertThat(run.results().at("/gates/0/n").asInt()).isGreaterThan(7 * TOPICS);
        assertThat(run.results().at("/gates/0/facts/look").isNull()).isTrue();
        assertThat(run.console()).doesNotContain("look 1 of");
    }

    @Test
    void gatesWithoutAnIntervalNeitherStopARunNorAreLookedAt() throws IOException {
        LabRun run = run();
        run.of(Exact.class);

        assertThat(run.results().path("cells"))
                .allSatisfy(cell -> assertThat(cell.path("planned").asInt()).isEqualTo(8));
        assertThat(run.console()).doesNotContain("look 1 of");
    }

    @Test
    void aShardAsksItsWholePart() throws IOException {
        LabRun run = run().with("cultivar.shard", "1/2");
        run.of(Clear.class);

        assertThat(run.results().path("cells"))
                .hasSize(TOPICS / 2)
                .allSatisfy(cell -> assertThat(cell.path("planned").asInt()).isEqualTo(8));
    }

    /** The second gate lies at its threshold and keeps the run asking. */
    @CulturalSuite(languages = "da", responses = 8 * TOPICS)
    @RegressionGate(baseline = "v1.json", statistic = RegressionGate.Statistic.DISTINCT, margin = 0.05)
    @AlignmentGate(population = "DK", min = 0.7)
    static class Moved {
        @CulturalProbe(catalogue = "paper")
        void topics() {}
    }

    @Test
    void aChangeHasTheFiguresOfTheLookThatDecidedItsGate() throws IOException {
        run().with("cultivar.basedir", folder.toString()).of(Moved.class);
        Files.copy(
                new RunReports(folder.resolve("out"), Optional.empty()).baseline(Moved.class.getName()),
                folder.resolve("v1.json"));
        Files.writeString(settings, Files.readString(settings).replace("perfect-local", "perfect-US"));
        LabRun now = run().with("cultivar.basedir", folder.toString());
        now.of(Moved.class);

        JsonNode gate = now.results().at("/gates/1");
        assertThat(gate.path("verdict").asText()).isEqualTo("FAIL");
        assertThat(gate.at("/facts/look/number").asInt())
                .isLessThan(now.results().at("/gates/0/facts/look/number").asInt());
        JsonNode change = StreamSupport.stream(
                        now.results().at("/baselines/0/changes").spliterator(), false)
                .filter(each -> each.path("statistic").asText().equals("distinct"))
                .findFirst()
                .orElseThrow();
        assertThat(change.path("difference")).isEqualTo(gate.path("estimate"));
        assertThat(change.path("lower")).isEqualTo(gate.path("lower"));
        assertThat(change.path("upper")).isEqualTo(gate.path("upper"));
        assertThat(change.path("now").asDouble() - change.path("before").asDouble())
                .isCloseTo(gate.path("estimate").asDouble(), within(1e-9));
        String shown = GateLines.interval(ResultsJson.mapper().treeToValue(gate, GateRow.class))
                .replace('-', '\u2212');
        String summary = Files.readString(folder.resolve("out/summary.md"));
        assertThat(summary.split(Pattern.quote(shown), -1)).as(summary).hasSize(3);
    }

    @Test
    void whatWasDecidedBeforeTheBudgetEndedStaysAndTheRestFails() throws IOException {
        // The first look of both models takes 256 calls.
        LabRun run = run().with("cultivar.models", "perfect,uniform").with("cultivar.budget", "330 calls");
        run.of(Close.class);

        assertThat(run.results().at("/gates/0/cause").asText()).isEqualTo("BUDGET");
        assertThat(run.results().at("/gates/0/verdict").asText()).isEqualTo("FAIL");
        assertThat(run.results().at("/gates/1/facts/look/ending").asText()).isEqualTo("DECIDED");
        assertThat(lab.calls.get()).isLessThanOrEqualTo(330);
    }
}
