package dev.cultivar.maven.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cultivar.maven.run.Verdicts;
import dev.cultivar.settings.Settings;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals and properties that the documents name are there, and the build files in docs/ci.md are YAML that asks everything. */
class NamesInDocsTest {

    @TempDir
    Path folder;

    private static final Pattern GOAL = Pattern.compile("(?<![\\w.:])cultivar:([a-z]+(?:-[a-z]+)*)");
    private static final Pattern PROPERTY = Pattern.compile("-D(cultivar\\.[A-Za-z]+(?:\\.[A-Za-z]+)*)");
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final Path ROOT = ReferenceTest.ROOT;

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files =
                Stream.concat(Stream.of(ROOT.resolve("README.md")), Files.walk(ROOT.resolve("docs")))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static Set<String> goals() throws IOException {
        String plugin = Files.readString(ROOT.resolve("maven-plugin/target/classes/META-INF/maven/plugin.xml"));
        return new TreeSet<>(all(Pattern.compile("<goal>([a-z-]+)</goal>"), plugin));
    }

    /** A class by its room, as in {@code gate.Alignment}, and a file below {@code dev/cultivar}, as in {@code gate/Alignment.java}. */
    @Test
    void everyClassThatThePagesForContributorsNameIsThere() throws IOException {
        String text = Files.readString(ROOT.resolve("CONTRIBUTING.md"))
                + Files.readString(ROOT.resolve("docs/architecture.md"));
        Stream<String> classes = all(Pattern.compile("`([a-z]+(?:\\.[a-z]+)*\\.[A-Z]\\w+)`"), text).stream()
                .map(name -> name.replace("dev.cultivar.", "").replace('.', '/') + ".java");
        Stream<String> files = all(Pattern.compile("`([a-z]+/[a-z/]*[A-Z]\\w+\\.java)`"), text).stream()
                .filter(file -> !file.matches(".*/X(Gate|Provider|Protocol)?\\.java"));
        assertThat(Stream.concat(classes, files)).hasSizeGreaterThan(40).allSatisfy(file -> assertThat(List.of(
                        ROOT.resolve("junit-engine/src/main/java/dev/cultivar"),
                        ROOT.resolve("maven-plugin/src/main/java/dev/cultivar")))
                .as(file)
                .anyMatch(room -> Files.exists(room.resolve(file))));
    }

    @Test
    void everyGoalAndPropertyThatADocumentNamesIsThere() throws IOException {
        Set<String> goals = goals();
        int named = 0;
        for (Path document : documents()) {
            String text = Files.readString(document);
            assertThat(goals).as("goals in %s", document).containsAll(all(GOAL, text));
            // Tests of this project have properties of their own.
            String commands = text.lines()
                    .filter(line ->
                            Stream.of("-Dtest=", "-Pstudy", "-Pbenchmark").noneMatch(line::contains))
                    .collect(Collectors.joining("\n"));
            assertThat(all(PROPERTY, commands)).as("properties in %s", document).allMatch(Settings::isKnown);
            named += all(GOAL, text).size();
        }
        assertThat(named).isGreaterThan(50);
    }

    private static List<JsonNode> buildFiles() throws IOException {
        List<JsonNode> files = new ArrayList<>();
        Matcher block = YAML.matcher(Files.readString(ROOT.resolve("docs/ci.md")));
        while (block.find()) {
            files.add(new YAMLMapper().readTree(block.group(1)));
        }
        return files;
    }

    @Test
    void theJobsOfGitHubAskEveryPartAndTheGateHasNoKey() throws IOException {
        JsonNode jobs = buildFiles().stream()
                .filter(file -> file.at("/jobs").has("ask"))
                .findFirst()
                .orElseThrow()
                .path("jobs");
        List<Integer> shards = new ArrayList<>();
        jobs.at("/ask/strategy/matrix/shard").forEach(shard -> shards.add(shard.asInt()));
        List<Integer> eight = IntStream.rangeClosed(1, 8).boxed().toList();
        assertThat(shards).isEqualTo(eight);
        assertThat(jobs.path("ask").toString())
                .contains("cultivar.shard=${{ matrix.shard }}/8", "secrets.OPENAI_API_KEY");
        assertThat(jobs.path("gate").toString())
                .contains("cultivar:merge", "verify -Dcultivar.mode=replay", "GITHUB_STEP_SUMMARY")
                .doesNotContain("secrets.");
        assertThat(jobs.at("/gate/needs").asText()).isEqualTo("ask");
        jobs.forEach(job ->
                assertThat(job.path("steps")).isNotEmpty().allMatch(step -> step.has("run") != step.has("uses")));
    }

    /** A composite action's steps need a shell each, and what is shown of a red gate must not wait for a green one. */
    @Test
    void theActionOfGitHubShowsARedGateToo() throws IOException, InterruptedException {
        JsonNode action = buildFiles().stream()
                .filter(file -> file.has("runs"))
                .findFirst()
                .orElseThrow();
        assertThat(action.at("/runs/using").asText()).isEqualTo("composite");
        assertThat(action.at("/inputs/goals/default").asText()).isEqualTo("verify");
        JsonNode steps = action.at("/runs/steps");
        assertThat(steps).allMatch(step -> step.has("run") != step.has("uses") && step.has("run") == step.has("shell"));
        int gate = IntStream.range(0, steps.size())
                .filter(i -> steps.get(i).path("env").has("GOALS"))
                .findFirst()
                .orElseThrow();
        assertThat(IntStream.range(gate + 1, steps.size()).mapToObj(steps::get))
                .hasSize(4)
                .allMatch(step -> step.path("if").asText().equals("always()"));
        String verdict = action.at("/outputs/verdict/value").asText();
        assertThat(IntStream.range(gate + 1, steps.size()).mapToObj(steps::get))
                .as("the step that the output names says it")
                .filteredOn(step -> step.has("id")
                        && verdict.contains("steps." + step.path("id").asText() + ".outputs.verdict"))
                .singleElement()
                .satisfies(step -> assertThat(step.path("run").asText())
                        .contains("target/cultivar/results.json", "verdict=", "GITHUB_OUTPUT")
                        .contains("PASS", "FAIL", "NOT DECIDED", "NOT MEASURED")
                        .doesNotContain("${{"));
        assertThat(steps.toString()).contains("summary.md", "GITHUB_STEP_SUMMARY", "target/cultivar");
        assertThat(steps.get(gate).path("run").asText())
                .as("an input is no script")
                .doesNotContain("${{");
        assertThat(buildFiles().stream().filter(JsonNode::isArray).map(JsonNode::toString))
                .anyMatch(job -> job.contains("./.github/actions/cultivar") && job.contains("verify"));
        assertThat(goalsOf(steps.get(gate), "verify -Dcultivar.budget=\"5 USD\" -Dx=$HOME;false"))
                .as("quotes keep an option whole, and nothing else is the shell's")
                .containsExactly("-B", "-ntp", "verify", "-Dcultivar.budget=5 USD", "-Dx=$HOME;false", "exit 0");
        assertThat(goalsOf(steps.get(gate), "verify \"-Dcultivar.budget=5 USD")).containsExactly("exit 1");
        assertThat(goalsOf(steps.get(gate), "")).containsExactly("exit 1");
        String typed = "m; rm -rf \"$HOME\" -DskipTests 'x";
        assertThat(goalsOf(steps.get(gate), "verify", typed))
                .as("models are one argument")
                .containsExactly("-B", "-ntp", "-Dcultivar.models=" + typed, "verify", "exit 0");
    }

    /** Where there is jq, as at GitHub, the step itself is run. */
    @Test
    void theActionsVerdictIsThatOfTheResults() throws IOException, InterruptedException {
        assumeJq();
        assertThat(verdict()).as("no results").isEqualTo("verdict=NOT MEASURED");
        Path output = folder.resolve("target/cultivar");
        Verdicts.write(output, "PASS");
        assertThat(verdict()).isEqualTo("verdict=PASS");
        Verdicts.write(output, "FAIL");
        assertThat(verdict()).isEqualTo("verdict=FAIL");
        Verdicts.write(output, "INCONCLUSIVE");
        assertThat(verdict()).isEqualTo("verdict=NOT DECIDED");
        Verdicts.writeWithoutBaseline(output, "v1.json");
        assertThat(verdict()).isEqualTo("verdict=NOT MEASURED");
        Files.writeString(output.resolve("results.json"), "{\"run\":");
        assertThat(verdict()).as("cut results").isEqualTo("verdict=NOT MEASURED");
    }

    @Test
    void theStepAfterARedBuildSaysWhatToDoWithEachModel() throws IOException, InterruptedException {
        assumeJq();
        Path output = folder.resolve("target/cultivar");
        Verdicts.write(output, "PASS");
        assertThat(toDo()).isEqualTo("m: passes");
        Verdicts.write(output, "FAIL");
        assertThat(toDo()).isEqualTo("m: hold back");
        Verdicts.write(output, "INCONCLUSIVE");
        assertThat(toDo()).isEqualTo("m: not decided");
        Verdicts.writeWithoutBaseline(output, "v1.json");
        assertThat(toDo()).isEqualTo("m: not decided");
        Verdicts.writeLost(output);
        assertThat(toDo()).startsWith("m: not measured");
        Verdicts.writeFirstRelease(output, "v1.json");
        assertThat(toDo()).isEqualTo("m: passes, but some gates had no baseline");
    }

    private String toDo() throws IOException, InterruptedException {
        String page = Files.readString(ROOT.resolve("docs/ci.md"));
        int start = page.indexOf("jq -r '");
        Process process = new ProcessBuilder("bash", "-c", page.substring(start, page.indexOf("```", start)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    private static void assumeJq() {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "jq"))),
                "no jq");
    }

    private String verdict() throws IOException, InterruptedException {
        String step = buildFiles().stream()
                .filter(file -> file.has("runs"))
                .flatMap(action -> StreamSupport.stream(action.at("/runs/steps").spliterator(), false))
                .filter(each -> each.path("id").asText().equals("verdict"))
                .map(each -> each.path("run").asText())
                .findFirst()
                .orElseThrow();
        Path said = folder.resolve("said");
        Files.deleteIfExists(said);
        ProcessBuilder bash = new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step);
        bash.environment().put("GITHUB_OUTPUT", said.toString());
        Process process = bash.directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(said).strip();
    }

    /** What a person types is no script, and not several arguments. */
    @Test
    void whatAJobIsStartedWithReachesMavenThroughTheEnvironment() throws IOException, InterruptedException {
        for (JsonNode file : buildFiles()) {
            assertThat(file.findValuesAsText("run")).noneMatch(run -> run.contains("{ inputs."));
            assertThat(file.findValues("script"))
                    .noneMatch(script -> script.toString().contains("$[["));
        }
        assertThat(buildFiles())
                .anySatisfy(file -> {
                    assertThat(file.at("/on/workflow_dispatch/inputs").has("model"))
                            .isTrue();
                    assertThat(file.at("/jobs/one/steps").toString()).contains("\"models\":\"${{ inputs.model }}\"");
                })
                .anySatisfy(file -> {
                    assertThat(file.at("/variables").has("MODEL")).isTrue();
                    assertThat(file.at("/values-of-one/script").toString())
                            .contains("\\\"-Dcultivar.models=$MODEL\\\"");
                });
    }

    private List<String> goalsOf(JsonNode step, String goals) throws IOException, InterruptedException {
        return goalsOf(step, goals, "");
    }

    /** What the step gives to Maven, one a line, and how it ends. Its service runs it under bash. */
    private List<String> goalsOf(JsonNode step, String goals, String models) throws IOException, InterruptedException {
        Path maven = Files.writeString(folder.resolve("mvn"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        ProcessBuilder bash = new ProcessBuilder(
                "bash",
                "--noprofile",
                "--norc",
                "-eo",
                "pipefail",
                "-c",
                step.path("run").asText());
        bash.environment().put("GOALS", goals);
        bash.environment().put("MODELS", models);
        bash.environment().merge("PATH", folder.toString(), (path, first) -> first + File.pathSeparator + path);
        Process process = bash.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(said::add);
        }
        said.add("exit " + process.waitFor());
        return said;
    }

    @Test
    void theWorkflowReplaysPullRequestsWithoutAKeyAndAsksAReleaseAfresh() throws IOException {
        JsonNode workflow = buildFiles().stream()
                .filter(file -> file.at("/jobs").has("replay"))
                .findFirst()
                .orElseThrow();
        assertThat(workflow.at("/permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        assertThat(workflow.path("jobs"))
                .allMatch(job -> job.path("timeout-minutes").asInt() > 0);
        assertThat(workflow.at("/jobs/replay").toString())
                .contains("cultivar:store-import verify", "cultivar.mode=replay", "'pull_request'")
                .doesNotContain("secrets.");
        assertThat(workflow.at("/jobs/refresh").toString()).contains("cultivar.mode=refresh", "secrets.", "'push'");
        List<String> names = workflow.findValuesAsText("name").stream().skip(1).toList();
        assertThat(names).as("artifacts").hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void theJobOfGitLabKeepsItsReportsWhereAGateIsRed() throws IOException {
        JsonNode job = buildFiles().stream()
                .filter(file -> file.has("cultivar"))
                .findFirst()
                .orElseThrow()
                .path("cultivar");
        assertThat(job.path("script")).extracting(JsonNode::asText).containsExactly("mvn -B -ntp verify");
        assertThat(job.at("/artifacts/when").asText()).isEqualTo("always");
        assertThat(job.at("/artifacts/reports/junit").asText()).isEqualTo("target/cultivar/TEST-*.xml");
        assertThat(job.at("/artifacts/paths").toString()).contains("report.html", "summary.md");
    }

    @Test
    void theJobsOfGitLabAskEveryPartAndTheGateComesAfterThem() throws IOException {
        JsonNode file = buildFiles().stream()
                .filter(yaml -> yaml.has("stages"))
                .findFirst()
                .orElseThrow();
        assertThat(file.at("/ask/parallel").asInt()).isEqualTo(8);
        assertThat(file.at("/ask/script").toString()).contains("cultivar.shard=$CI_NODE_INDEX/$CI_NODE_TOTAL");
        assertThat(file.path("stages")).extracting(JsonNode::asText).containsExactly("ask", "gate");
        assertThat(file.at("/gate/script").toString()).contains("cultivar:merge", "verify -Dcultivar.mode=replay");
        assertThat(file.at("/gate/stage").asText()).isEqualTo("gate");
    }
}
