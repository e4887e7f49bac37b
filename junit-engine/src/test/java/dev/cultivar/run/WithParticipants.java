package dev.cultivar.run;

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
import dev.cultivar.provider.Usage;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.screen.Screening;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.SettingsFile;
import dev.cultivar.settings.SettingsResolver;
import dev.cultivar.settings.SuiteDefaults;
import dev.cultivar.survey.Coding;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.survey.Topic;
import dev.cultivar.survey.TopicKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** Runs of two topics and two models that answer as a test says. */
abstract class WithParticipants {

    final FakeParticipants participants = new FakeParticipants();

    final RunPlan plan = plan(12);

    /** Responses are readable until their run is closed. */
    private final List<SuiteRun> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(SuiteRun::close);
    }

    RunRecord run(Set<CellKey> cells) {
        SuiteRun run = SuiteRun.start(plan, cells, participants, StopRule.NEVER);
        open.add(run);
        return run.record().join();
    }

    static CompletableFuture<ModelResponse> done(String text) {
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

    static RunPlan plan(int responses) {
        return plan(responses, Map.of());
    }

    static RunPlan plan(int responses, Map<String, String> parameters) {
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
                key -> Optional.ofNullable(parameters.get(key)));
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

    static final class FakeParticipants implements Participants {

        static final Screening PASSES = new Screening(Collections.nCopies(10, "s"), Outcome.SCORED, "");

        /** Holds no room for what is taken out again. */
        final Queue<ChatRequest> asked = new ConcurrentLinkedQueue<>();

        Function<ChatRequest, CompletableFuture<ModelResponse>> answer = request -> done("x");
        Screening screening = PASSES;
        CompletableFuture<Judgement> judgement =
                CompletableFuture.completedFuture(new Judgement(stances(), Set.of(), Usage.NONE, 1, 0));

        boolean closed;
        Runnable onClose = () -> {};

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
            onClose.run();
        }
    }
}
