package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.judge.JudgeLabels;
import dev.cultivar.service.DryRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Judges that answer in form, whatever is said. */
class UnreadingJudgeTest extends AtLab {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Lets the judge answer a prompt by itself; the models go on as they were. */
    private void judge(UnaryOperator<String> judge) {
        lab.instead =
                (request, answer) -> request.contains("\"model\":\"judge\"") ? said(request, answer, judge) : answer;
    }

    private static String said(String request, String answer, UnaryOperator<String> judge) {
        try {
            JsonNode messages = MAPPER.readTree(request).path("messages");
            String prompt = messages.path(messages.size() - 1).path("content").asText();
            ObjectNode reply = (ObjectNode) MAPPER.readTree(answer);
            ((ObjectNode) reply.path("choices").path(0).path("message")).put("content", judge.apply(prompt));
            return reply.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a model of 0.5B was seen to do. */
    private static String proAtBothEnds(String prompt) {
        List<String> labels =
                new ArrayList<>(Collections.nCopies(JudgeLabels.shown(prompt).size(), "neutral"));
        labels.set(0, "pro");
        labels.set(labels.size() - 1, "pro");
        return JudgeLabels.json(labels);
    }

    @Test
    void aJudgeThatLabelsPlacesScoresNothingAndIsNamedAsTheCauseAlsoInAReplay() throws IOException {
        judge(UnreadingJudgeTest::proAtBothEnds);
        LabRun live = run();
        List<String> complaints = LabRun.complaints(live.of(Suite.class));

        assertThat(complaints).anySatisfy(line -> assertThat(line)
                .contains("12 JUDGE_ERROR", "The judge labelled a control statement wrongly twice"));
        JsonNode suite = live.results().path("run").path("suites").path(0);
        JsonNode labels = suite.path("labels").path(0);
        assertThat(labels.path("responses").asInt()).isEqualTo(24);
        assertThat(labels.path("misread").asInt()).isEqualTo(24);
        assertThat(labels.path("lost").asInt()).isEqualTo(24);
        assertThat(labels.path("positions").findValuesAsText("con")).hasSize(10).containsOnly("0");
        assertThat(live.results().path("cells").findValues("outcomes"))
                .hasSize(4)
                .allMatch(outcomes -> outcomes.path("JUDGE_ERROR").asInt() == 6 && outcomes.size() == 1);
        // Both answers of the judge are paid.
        assertThat(suite.at("/spent/judge/input").asLong())
                .isEqualTo(suite.at("/account/models/judge/paid/input").asLong())
                .isPositive();
        String said = "The judge judge labelled a control statement wrongly in 24 of 24 responses of perfect, twice in"
                + " 24 of them, which are not scored";
        assertThat(live.console()).contains(said);
        assertThat(Files.readString(folder.resolve("out").resolve("summary.md")))
                .contains(said);
        assertThat(Files.readString(folder.resolve("out").resolve("report.html")))
                .contains(said, "labels by position of the statement");

        lab.close();
        LabRun replay = run().with("cultivar.mode", "replay");
        assertThat(LabRun.complaints(replay.of(Suite.class))).isEqualTo(complaints);
        JsonNode replayed = replay.results().path("run").path("suites").path(0);
        assertThat(replayed.path("labels")).isEqualTo(suite.path("labels"));
        assertThat(replay.results().path("cells")).isEqualTo(live.results().path("cells"));
    }

    @Test
    void aJudgeThatReadsTheControlsAndElseLabelsPlacesShowsByPosition() throws IOException {
        judge(prompt -> {
            List<String> own = new ArrayList<>();
            return JudgeLabels.json(JudgeLabels.read(prompt, line -> {
                own.add(line);
                return own.size() % 2 == 0 ? "con" : "pro";
            }));
        });
        LabRun live = run();
        live.of(Suite.class);

        JsonNode labels = live.results().at("/run/suites/0/labels/0");
        assertThat(labels.path("lost").asInt()).isZero();
        assertThat(labels.path("explained").asDouble()).isEqualTo(1);
        assertThat(live.console())
                .contains(
                        "The position of a statement explains 100% of its label by the judge judge for perfect (Theil's"
                                + " uncertainty coefficient): the judge may not be reading, or perfect may sort its ten"
                                + " people by opinion");
    }

    @Test
    void aJudgeThatFindsAllStatementsConScoresNothingAndThatIsSaid() throws IOException {
        judge(prompt -> JudgeLabels.json(
                JudgeLabels.shown(prompt).stream().map(line -> "con").toList()));
        LabRun live = run();
        live.of(Suite.class);

        JsonNode labels = live.results().at("/run/suites/0/labels/0");
        assertThat(labels.path("lost").asInt()).isEqualTo(24);
        assertThat(labels.path("alike").asInt()).isEqualTo(24);
        assertThat(labels.path("alikeMisread").asInt()).isEqualTo(24);
        assertThat(live.console())
                .contains("The judge judge gave all statements of a response one label, though they differ, in 24 of 24"
                        + " responses of perfect, and in 24 of these labelled a control statement wrongly too: it may"
                        + " not tell statements apart");
    }

    /** As people would be labelled who are of one mind. */
    @Test
    void oneLabelThroughoutIsNoFaultOfAJudgeThatReads() throws IOException {
        judge(prompt -> JudgeLabels.json(JudgeLabels.read(prompt, line -> "con")));
        LabRun live = run();
        live.of(Suite.class);

        JsonNode labels = live.results().at("/run/suites/0/labels/0");
        assertThat(labels.path("alike").asInt()).isEqualTo(24);
        assertThat(labels.path("alikeMisread").asInt()).isZero();
        assertThat(live.console()).doesNotContain("The judge judge");
    }

    @Test
    void aJudgeThatReadsIsNotSpokenOf() throws IOException {
        LabRun live = run();
        live.of(Suite.class);

        JsonNode labels = live.results().at("/run/suites/0/labels/0");
        assertThat(labels.path("responses").asInt()).isEqualTo(24);
        assertThat(labels.path("misread").asInt()).isZero();
        assertThat(labels.path("explained").asDouble()).isLessThan(0.3);
        assertThat(live.console()).doesNotContain("The judge judge", "OWN JUDGE");
    }

    @Test
    void aModelThatIsItsOwnJudgeIsSaidEverywhere() throws IOException {
        Path own = Files.writeString(
                folder.resolve("own.yaml"),
                Files.readString(settings)
                        .replace("models:\n", "models:\n  mirror: {endpoint: lab, model: judge, max-tokens: 800}\n"));
        Path allure = folder.resolve("allure");
        Map<String, String> parameters = Map.of("cultivar.config", own.toString(), "cultivar.models", "mirror");
        LabRun live = run().with("cultivar.allure.results", allure.toString());
        parameters.forEach(live::with);
        live.of(Suite.class);

        String said = "OWN JUDGE judge: it judges its own answers, as mirror, and may read into them what it meant";
        assertThat(live.results().at("/run/suites/0/judge/own").toString()).isEqualTo("[\"mirror\"]");
        assertThat(live.console()).contains(said);
        for (Path report : List.of(folder.resolve("out/summary.md"), folder.resolve("out/report.html"))) {
            assertThat(Files.readString(report)).contains(said);
        }
        Properties environment = new Properties();
        try (InputStream in = Files.newInputStream(allure.resolve("environment.properties"))) {
            environment.load(in);
        }
        assertThat(environment.getProperty("judge")).endsWith(said);
        assertThat(DryRun.describe(List.of(Suite.class.getName()), key -> Optional.ofNullable(parameters.get(key))))
                .contains(said);
    }

    /** Models of today refuse a temperature of 0. */
    @Test
    void aTemperatureIsSentToTheJudgeOnlyWhereItIsSet() throws IOException {
        run().of(Suite.class);
        assertThat(toTheJudge()).isNotEmpty().noneMatch(request -> request.contains("temperature"));
        lab.asked.clear();
        Files.writeString(
                settings, Files.readString(settings).replace("model: judge,", "model: judge, temperature: 0,"));
        run().of(Suite.class);
        assertThat(toTheJudge()).isNotEmpty().allMatch(request -> request.contains("\"temperature\":0.0"));
    }

    private List<String> toTheJudge() {
        return lab.asked.keySet().stream()
                .filter(request -> request.contains("\"model\":\"judge\""))
                .toList();
    }

    @Test
    void aJudgeThatLabelsStoredAnswersOtherwiseThanItDidIsRed() throws IOException {
        lab.tamper = answer -> answer.replaceAll("\"system_fingerprint\":\"[^\"]*\",", "");
        assertThat(LabRun.complaints(run().of(Suite.class))).isEmpty();
        judge(prompt -> JudgeLabels.json(JudgeLabels.read(prompt, line -> "con")));

        LabRun again = run().with("cultivar.canary", "12");
        List<String> complaints = LabRun.complaints(again.of(Suite.class));

        assertThat(complaints).isNotEmpty().allSatisfy(line -> assertThat(line)
                .contains("judge (judge) answers 24 prompts differently"));
        assertThat(again.results()
                        .at("/run/suites/0/account/canaries/judge (judge)/judge")
                        .asBoolean())
                .isTrue();
    }
}
