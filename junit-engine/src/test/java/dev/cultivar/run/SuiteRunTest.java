package dev.cultivar.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Stance;
import dev.cultivar.judge.Judgement;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.prompt.PromptPlan;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.FinishReason;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.ResponsesFile;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.screen.Screening;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.SettingsFile;
import dev.cultivar.settings.SettingsResolver;
import dev.cultivar.settings.SuiteDefaults;
import dev.cultivar.store.StoreException;
import dev.cultivar.survey.Coding;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import dev.cultivar.survey.TopicKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRunTest {

    private final FakeParticipants participants = new FakeParticipants();
    private final RunPlan plan = plan(12);

    /** Responses are readable until their run is closed. */
    private final List<SuiteRun> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(SuiteRun::close);
    }

    @Test
    void everyPlannedPromptEndsAsOneRecord() {
        participants.answer = request -> done("seven pro, one con, two neutral");

        RunRecord record = run(Set.copyOf(plan.cells()));

        assertThat(record.complete()).isTrue();
        assertThat(record.responses()).hasSize(2 * 12);
        assertThat(record.cells()).hasSize(4).allSatisfy(cell -> {
            assertThat(cell.planned()).isEqualTo(6);
            assertThat(cell.outcomes()).isEqualTo(Map.of(Outcome.SCORED, 6));
            // the paper's example: seven pro, one con, two neutral give 7/8
            assertThat(cell.polarity()).isEqualTo(0.875);
        });
        assertThat(record.spent()).containsEntry("planted/fifty", new Usage(120, 240));
        assertThat(record.backends()).containsEntry("planted/fifty", List.of("fake@f1"));
    }

    @Test
    void aSelectedCellIsAskedTheSamePromptsAsInTheWholeRun() {
        participants.answer = request -> done("x");
        CellKey cell = new CellKey("B", "planted/uniform", "xx");
        try (SuiteRun whole = SuiteRun.start(plan, Set.copyOf(plan.cells()), participants, StopRule.NEVER);
                SuiteRun part = SuiteRun.start(plan, Set.of(cell), participants, StopRule.NEVER)) {
            assertThat(part.record().join().complete()).isFalse();
            assertThat(part.record().join().responses()).hasSize(6);
            assertThat(inMemory(part.record().join(), cell))
                    .isEqualTo(inMemory(whole.record().join(), cell));
        }
    }

    /** So that equal responses of different runs are equal. */
    private static List<ResponseRecord> inMemory(RunRecord run, CellKey cell) {
        return run.responses(cell).stream()
                .map(response -> new ResponseRecord(
                        response.cell(),
                        response.sample(),
                        response.template(),
                        response.slot(),
                        response.prompt(),
                        response.text(),
                        response.statements(),
                        response.stances(),
                        response.outcome(),
                        response.polarity(),
                        response.detail(),
                        response.usage(),
                        response.judgeUsage()))
                .toList();
    }

    @Test
    void aLongRunHoldsNoTextOfItsResponsesInMemory() throws InterruptedException {
        int count = 3_000;
        List<WeakReference<String>> texts = Collections.synchronizedList(new ArrayList<>());
        participants.answer = request -> {
            // As a String of its own each, which a literal would not be.
            String text = "answer " + texts.size() + " " + "x".repeat(2_000);
            texts.add(new WeakReference<>(text));
            return done(text);
        };
        RunPlan longer = plan(count / 2);
        try (SuiteRun run = SuiteRun.start(longer, Set.copyOf(longer.cells()), participants, StopRule.NEVER)) {
            RunRecord record = run.record().join();

            assertThat(texts).hasSize(count);
            assertThat(heldAfterCollection(texts)).isLessThan(10);
            assertThat(record.responses()).hasSize(count).allSatisfy(response -> {
                assertThat(response.text()).hasSizeGreaterThan(2_000).startsWith("answer ");
                assertThat(response.statements()).isEqualTo(FakeParticipants.PASSES.statements());
            });
        }
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfResponses() {
        participants.answer = request -> done("x");

        long few = heldByARunOf(10_000);
        long many = heldByARunOf(60_000);

        assertThat(many - few).as("bytes for 50,000 responses more").isLessThan(1_000_000);
    }

    /** What is reachable once all responses have ended, with the run's record in hand; those who were asked keep nothing. */
    private long heldByARunOf(int responses) {
        RunPlan longer = plan(responses / 2);
        try (SuiteRun run = SuiteRun.start(longer, Set.copyOf(longer.cells()), participants, StopRule.NEVER)) {
            RunRecord record = run.record().join();
            participants.asked.clear();
            // Some collectors leave a few per cent of dead objects, but not four times in a row.
            for (int i = 0; i < 4; i++) {
                System.gc();
            }
            long held = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            assertThat(record.size()).isEqualTo(responses);
            return held;
        }
    }

    /** How many are still in memory when the collector has done what it can. */
    private static long heldAfterCollection(List<WeakReference<String>> texts) throws InterruptedException {
        long held = texts.size();
        for (int i = 0; i < 50 && held > 0; i++) {
            System.gc();
            Thread.sleep(10);
            held = texts.stream().filter(text -> text.get() != null).count();
        }
        return held;
    }

    @Test
    void aDiskThatIsFullFailsTheRunWithOneClearLine(@TempDir Path folder) throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "skipped: there is no device here that is always full");
        Path link = Files.createSymbolicLink(folder.resolve("answers"), full);
        participants.answer = request -> done("x");

        try (SuiteRun run =
                SuiteRun.start(plan, Set.copyOf(plan.cells()), participants, StopRule.NEVER, ResponsesFile.at(link))) {
            assertThatThrownBy(() -> run.record().join())
                    .hasRootCauseInstanceOf(IOException.class)
                    .cause()
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cannot be kept in the folder " + folder)
                    .hasMessageContaining("free some space");
        }
        assertThat(full).exists();
    }

    @Test
    void everyModelIsAskedTheSamePromptsWithTheSameSeeds() {
        participants.answer = request -> done("x");
        run(Set.copyOf(plan.cells()));

        List<ChatRequest> asked = List.copyOf(participants.asked);
        assertThat(Set.copyOf(asked)).hasSize(12);
        assertThat(asked).hasSize(24);
    }

    @Test
    void eachWayOfFailingHasItsOutcome() {
        participants.answer = request -> CompletableFuture.failedFuture(
                new ProviderException(ProviderException.Kind.SERVER, "503 from lab, after 5 retries"));
        assertThat(run(Set.copyOf(plan.cells())).responses())
                .allSatisfy(response -> assertThat(response.outcome()).isEqualTo(Outcome.PROVIDER_ERROR))
                .allSatisfy(response -> assertThat(response.detail()).isEqualTo("503 from lab, after 5 retries"))
                .allSatisfy(response -> assertThat(response.polarity()).isNaN());

        participants.answer = request -> done("x");
        participants.screening = new Screening(List.of("a"), Outcome.WRONG_COUNT, "1 statement, not 10");
        assertThat(run(Set.copyOf(plan.cells())).cells())
                .allSatisfy(cell -> assertThat(cell.outcomes()).isEqualTo(Map.of(Outcome.WRONG_COUNT, 6)))
                .allSatisfy(cell -> assertThat(cell.polarity()).isNaN());

        participants.screening = FakeParticipants.PASSES;
        participants.judgement =
                CompletableFuture.failedFuture(new IllegalStateException("9 stances for 10 statements"));
        assertThat(run(Set.copyOf(plan.cells())).responses())
                .allSatisfy(response -> assertThat(response.outcome()).isEqualTo(Outcome.JUDGE_ERROR));

        participants.judgement = CompletableFuture.completedFuture(
                new Judgement(Collections.nCopies(10, Stance.NEUTRAL), Set.of(), Usage.NONE, 1, 0));
        assertThat(run(Set.copyOf(plan.cells())).responses())
                .allSatisfy(response -> assertThat(response.outcome()).isEqualTo(Outcome.NO_STANCE));
    }

    @Test
    void aModelThatTimesOutTwentyTimesInARowIsNotAskedAgainAndHowToGoOnIsSaid() {
        participants.answer = request -> CompletableFuture.failedFuture(
                new ProviderException(ProviderException.Kind.TIMEOUT, "no complete answer within 1 s", 3));
        RunPlan longer = plan(60);
        try (SuiteRun run = SuiteRun.start(longer, Set.copyOf(longer.cells()), participants, StopRule.NEVER)) {
            RunRecord record = run.record().join();

            assertThat(participants.asked).as("twenty of each of two models").hasSize(40);
            assertThat(record.responses()).anySatisfy(response -> assertThat(response.detail())
                    .contains("no complete answer within 1 s; 20 requests in a row ended so, and no more are sent")
                    .contains("with a longer `timeout` in cultivar.yaml, run it again"));
        }
    }

    @Test
    void afterARefusedKeyAModelIsNotAskedAgain() {
        participants.answer = request -> CompletableFuture.failedFuture(
                new ProviderException(ProviderException.Kind.KEY, "Set the environment variable LAB_KEY."));

        RunRecord record = run(Set.copyOf(plan.cells()));

        assertThat(participants.asked).hasSize(2);
        assertThat(record.responses())
                .allSatisfy(response -> assertThat(response.detail()).contains("LAB_KEY"));
    }

    @Test
    void aDefectOfOursIsNoProvidersError() {
        participants.answer = request -> CompletableFuture.failedFuture(new NullPointerException("ours"));

        try (SuiteRun run = SuiteRun.start(plan, Set.copyOf(plan.cells()), participants, StopRule.NEVER)) {
            assertThatThrownBy(() -> run.record().join()).hasRootCauseInstanceOf(NullPointerException.class);
        }
    }

    @Test
    void cancellingEndsEveryCellThatIsNotDone() {
        participants.answer = request -> new CompletableFuture<>();
        SuiteRun run = SuiteRun.start(plan, Set.copyOf(plan.cells()), participants, StopRule.NEVER);
        CompletableFuture<CellRecord> cell = run.cell(plan.cells().get(0));
        assertThat(cell).isNotDone();

        run.cancel();

        assertThatThrownBy(cell::join).isInstanceOf(CancellationException.class);
        assertThat(participants.closed).isTrue();
    }

    @Test
    void betweenLooksTheRuleSeesWhatWasAskedSoFarAndWhoStopsIsAskedNoMore() {
        RunPlan looked = plan(16);
        participants.answer = request -> done("x");
        List<Map<Integer, Long>> seen = new ArrayList<>();
        SampleKey stops = new SampleKey("planted/fifty", "xx");
        StopRule rule = (look, soFar) -> {
            seen.add(soFar.responses()
                    .collect(Collectors.groupingBy(ResponseRecord::sample, TreeMap::new, Collectors.counting())));
            return look == 1 ? Set.of(stops) : Set.of();
        };

        RunRecord record;
        try (SuiteRun run = SuiteRun.start(looked, Set.copyOf(looked.cells()), participants, rule)) {
            record = run.record().join();
            assertThat(run.progress().planned()).isEqualTo(16 + 8);
            assertThat(run.progress().done()).isEqualTo(16 + 8);
        }

        // Two topics and two models; after two looks one model is left.
        assertThat(seen)
                .containsExactly(
                        Map.of(0, 4L, 1, 4L),
                        Map.of(0, 4L, 1, 4L, 2, 4L, 3, 4L),
                        Map.of(0, 4L, 1, 4L, 2, 4L, 3, 4L, 4, 2L, 5, 2L));
        assertThat(participants.asked).hasSize(16 + 8);
        assertThat(record.complete()).isTrue();
        assertThat(record.cells()).allSatisfy(cell -> assertThat(cell.planned())
                .isEqualTo(cell.key().sample().equals(stops) ? 4 : 8));
    }

    @Test
    void aRuleThatBreaksBreaksTheRun() {
        RunPlan looked = plan(16);
        participants.answer = request -> done("x");
        StopRule broken = (look, soFar) -> {
            throw new IllegalStateException("no statistics");
        };

        try (SuiteRun run = SuiteRun.start(looked, Set.copyOf(looked.cells()), participants, broken)) {
            assertThatThrownBy(() -> run.record().join()).hasRootCauseMessage("no statistics");
        }
        assertThat(participants.asked).hasSize(8);
    }

    @Test
    void whereEverybodyStopsTheRunIsOver() {
        RunPlan looked = plan(16);
        participants.answer = request -> done("x");
        StopRule all = (look, soFar) ->
                soFar.cells().stream().map(cell -> cell.key().sample()).collect(Collectors.toSet());

        try (SuiteRun run = SuiteRun.start(looked, Set.copyOf(looked.cells()), participants, all)) {
            assertThat(run.record().join().responses()).hasSize(8);
        }
    }

    @Test
    void cellsOutsideThePlanCannotBeSelected() {
        assertThatThrownBy(() ->
                        SuiteRun.start(plan, Set.of(new CellKey("A", "nobody", "xx")), participants, StopRule.NEVER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SuiteRun.start(plan, Set.of(), participants, StopRule.NEVER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private RunRecord run(Set<CellKey> cells) {
        SuiteRun run = SuiteRun.start(plan, cells, participants, StopRule.NEVER);
        open.add(run);
        return run.record().join();
    }

    private static CompletableFuture<ModelResponse> done(String text) {
        return CompletableFuture.completedFuture(new ModelResponse(
                text,
                Optional.empty(),
                FinishReason.STOP,
                new Usage(10, 20),
                Optional.of("fake"),
                Optional.of("f1"),
                Duration.ZERO,
                1));
    }

    private static RunPlan plan(int responses) {
        String yaml = """
            language: xx
            name: X
            english-name: X
            reviewed: no
            version: 1
            templates: {t1: "About {topic}?", t2: "On {topic}?"}
            wordings:
              A: {claim-pro: a+, claim-con: a-, neutral: a, whether: a or not, paraphrase: some a}
              B: {claim-pro: b+, claim-con: b-, neutral: b, whether: b or not, paraphrase: some b}
            """;
        PromptBook book = PromptBooks.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "xx.yaml");
        RunSettings settings = SettingsResolver.resolve(
                new SuiteDefaults(List.of("planted/uniform", "planted/fifty"), List.of("xx"), responses, 1),
                SettingsFile.NONE,
                key -> Optional.empty());
        Coding coding = new Coding(2, Set.of(1), Set.of());
        List<Topic> topics = List.of(
                new Topic("A", "a", TopicKind.VALUE, "c", "for a", "against a", "", coding),
                new Topic("B", "b", TopicKind.VALUE, "c", "for b", "against b", "", coding));
        return new RunPlan(
                "dev.example.Suite",
                settings,
                topics,
                Map.of("xx", PromptPlan.of(book, List.of("A", "B"), responses / 2, 1)),
                Map.of("xx", book),
                PopulationTable.builtIn());
    }

    private static final class FakeParticipants implements Participants {

        static final Screening PASSES = new Screening(Collections.nCopies(10, "s"), Outcome.SCORED, "");

        final List<ChatRequest> asked = Collections.synchronizedList(new ArrayList<>());
        Function<ChatRequest, CompletableFuture<ModelResponse>> answer = request -> done("x");
        Screening screening = PASSES;
        CompletableFuture<Judgement> judgement =
                CompletableFuture.completedFuture(new Judgement(stances(), Set.of(), Usage.NONE, 1, 0));

        boolean closed;

        private static List<Stance> stances() {
            List<Stance> stances = new ArrayList<>(Collections.nCopies(7, Stance.PRO));
            stances.add(Stance.CON);
            stances.addAll(Collections.nCopies(2, Stance.NEUTRAL));
            return stances;
        }

        @Override
        public ChatModel model(ModelSettings settings) {
            return request -> {
                asked.add(request);
                return answer.apply(request);
            };
        }

        @Override
        public Screening screen(String text, FinishReason finish, String language) {
            return screening;
        }

        @Override
        public CompletableFuture<Judgement> judge(Topic topic, String language, List<String> statements) {
            return judgement;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
