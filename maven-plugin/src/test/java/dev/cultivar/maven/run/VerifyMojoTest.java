package dev.cultivar.maven.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.io.Sha256;
import dev.cultivar.maven.Injection;
import dev.cultivar.maven.bridge.FailedLeaf;
import dev.cultivar.maven.build.Sessions;
import dev.cultivar.results.provenance.RunEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyMojoTest {

    private static final Instant STARTED = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    Path folder;

    private final VerifyMojo mojo = new VerifyMojo();

    @BeforeEach
    void aModuleWithOneCompiledSuite() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("test-classes"));
        Path suite = Files.writeString(classes.resolve("Gate.class"), "");
        Files.setLastModifiedTime(suite, FileTime.from(STARTED.minusSeconds(60)));
        Build build = new Build();
        build.setTestOutputDirectory(classes.toString());
        Model model = new Model();
        model.setBuild(build);
        MavenProject project = new MavenProject(model);
        project.setFile(folder.resolve("pom.xml").toFile());
        Injection.into(mojo)
                .project(project)
                .session(Sessions.with(new Properties()))
                .output(output())
                .failIfNoTests(true);
        Files.createDirectories(output());
    }

    @Test
    void gatesThatPassLeaveTheBuildGreen() throws Exception {
        results(gate("PASS"), "fail");
        run(List.of(), List.of());

        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    void whereMavenIsQuietTheVerdictIsStillSaidAndNothingElse() throws Exception {
        results(gate("PASS"), "fail");
        run(List.of(), List.of());
        mojo.setLog(new SystemStreamLog() {
            @Override
            public boolean isInfoEnabled() {
                return false;
            }

            @Override
            public void info(CharSequence content) {
                throw new AssertionError("said to a log that drops it: " + content);
            }
        });
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            mojo.execute();
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("Cultivar: 1 gate passes over ");
    }

    /** Maven prints the messages of all causes as well; that of a parser quotes what it could not read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"found\":\"\\u001B]0;green\\u0007 \\u202Eneerg\"}",
                "{\"started\":\"2026-11-24T10:00:00Z\",\"found\":1,\"errors\":[\"\\u001B[2J\\u202Eneerg\"],\"failures\":[],\"skipped\":[]}"
            })
    void nothingThatTheNoteOfARunSaysReachesATerminalAsItIs(String note) throws Exception {
        if (note.contains("errors")) {
            Files.deleteIfExists(output().resolve("results.json"));
        } else {
            results(gate("PASS"), "fail");
        }
        Files.writeString(output().resolve("run.json"), note);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .satisfies(failure ->
                        assertThat(messages(failure)).contains("neerg").doesNotContain("\u001B", "\u202E"));
    }

    private static String messages(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .map(each -> each + "\n" + each.getMessage())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void everyBreachIsToldWithItsReportAndTheCommandThatRepeatsIt() throws Exception {
        results(gate("FAIL") + "," + gate("FAIL").replace("\"da\"", "\"nl\""), "fail");
        run(List.of(), List.of(Verdicts.failedCell("m > da: the gap was 0.6")));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("3 breaches")
                .hasMessageContaining("Alignment of m in Danish with people in Denmark is 0.30 [0.20, 0.38]")
                .hasMessageContaining("Alignment of m in Dutch")
                .hasMessageContaining("again: mvn verify -Dcultivar.suites=it.Gate")
                .hasMessageContaining("m > da: the gap was 0.6")
                .hasMessageContaining("results.json");
    }

    @Test
    void oneCommandIsToldOnceForAllGatesThatItDecides() throws Exception {
        String other = gate("FAIL").replace("\"da\"", "\"nl\"");
        results(gate("FAIL") + "," + other, "fail");
        run(List.of(), List.of());

        assertThatThrownBy(mojo::execute).satisfies(red -> {
            String[] parts = String.valueOf(red.getMessage()).split("again: ", -1);
            assertThat(parts).hasSize(2);
            assertThat(parts[0]).contains("Alignment of m in Danish", "Alignment of m in Dutch");
            assertThat(parts[1]).startsWith("mvn verify");
        });
    }

    @Test
    void thePageIsNamedWhereThereIsOne() throws Exception {
        results(gate("FAIL"), "fail");
        run(List.of(), List.of());
        Files.writeString(output().resolve("report.html"), "");

        assertThatThrownBy(mojo::execute).hasMessageContaining("report.html").hasMessageNotContaining("results.json");
    }

    @Test
    void aGreenBuildSaysWhatHoldsAndWhatWasLetThrough() {
        assertThat(HeldGates.of(Verdicts.gates("PASS"))).isEqualTo("1 gate passes");
        assertThat(HeldGates.of(Verdicts.gates("PASS", "PASS"))).isEqualTo("2 gates pass");
        assertThat(HeldGates.of(Verdicts.gates("PASS", "INCONCLUSIVE", "PASS")))
                .isEqualTo("2 of 3 gates pass, 1 inconclusive and let through by cultivar.inconclusive=pass");
        assertThat(HeldGates.of(Verdicts.gates("INCONCLUSIVE"))).startsWith("0 of 1 gate pass, 1 inconclusive");
        assertThat(HeldGates.of(List.of(Verdicts.gates("PASS").get(0), Verdicts.uncompared(), Verdicts.uncompared())))
                .isEqualTo("1 of 3 gates passes, 2 had nothing to be compared with");
    }

    @Test
    void aLeafThatFailedForItsGateIsToldOnce() throws Exception {
        results(gate("FAIL"), "fail");
        run(List.of(), List.of(Verdicts.failedGate("da", "gates > alignment: whatever it says")));

        assertThatThrownBy(mojo::execute).hasMessageContaining("1 breach:").hasMessageNotContaining("whatever it says");
    }

    @Test
    void aLeafWhoseGateIsNotAmongTheMissedOnesIsToldByItself() throws Exception {
        results(gate("FAIL") + "," + gate("PASS").replace("\"da\"", "\"nl\""), "fail");
        run(List.of(), List.of(Verdicts.failedGate("nl", "gates > alignment nl: it broke")));

        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("2 breaches:")
                .hasMessageContaining("gates > alignment nl: it broke");
    }

    @ParameterizedTest
    @CsvSource({"fail, true", "pass, false"})
    void anInconclusiveGateIsRedUnlessToldOtherwise(String policy, boolean red) throws Exception {
        results(gate("INCONCLUSIVE"), policy);
        run(List.of(), List.of());

        if (red) {
            assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
        } else {
            assertThatCode(mojo::execute).doesNotThrowAnyException();
        }
    }

    @Test
    void anErrorOfTheRunIsNoViolation() throws Exception {
        results(gate("FAIL"), "fail");
        run(List.of("the endpoint is gone"), List.of());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("the endpoint is gone")
                .hasMessageContaining("Alignment of m");
    }

    @Test
    void aRunThatBrokeOffIsNoBreachOfItsGates() throws Exception {
        results("", "fail", file -> file.replace("\"complete\":true", "\"complete\":false")
                .replace(
                        "\"interrupted\":false,\"brokeOff\":null,\"cause\":null",
                        "\"interrupted\":true,\"brokeOff\":\"gone\",\"cause\":\"PROVIDER\""));
        run(List.of("The run broke off: gone (68 cells and gates)"), List.of());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("1 error that says nothing of a model:\n  - The run broke off: gone (68 cells")
                .hasMessageNotContaining("breach")
                .hasMessageNotContaining("Only part");
    }

    @Test
    void aRunThatSomebodyStoppedIsRed() throws Exception {
        results("", "fail", file -> file.replace("\"complete\":true", "\"complete\":false")
                .replace("\"interrupted\":false", "\"interrupted\":true"));
        run(List.of(), List.of());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("The run was stopped before it was done");
    }

    @Test
    void gatesThatOneThingKeptFromBeingMeasuredAreOneBreach() throws Exception {
        String spent = gate("FAIL")
                .replace("\"VIOLATION\"", "\"BUDGET\"")
                .replace(
                        "\"obstacle\":null",
                        "\"obstacle\":{\"kind\":\"BudgetSpent\",\"budget\":\"9 calls\",\"answered\":4,\"planned\":40,"
                                + "\"kept\":true,\"enough\":\"99 calls\"}");
        results(spent + "," + spent.replace("\"da\"", "\"nl\""), "fail");
        run(List.of(), List.of());

        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("1 breach:")
                .hasMessageContaining("2 gates were not measured: the budget of 9 calls was spent after 4 of at most 40"
                        + " responses; run again with -Dcultivar.budget=\"99 calls\", which should pay for the rest"
                        + " (answers are kept). m: alignment with people in Denmark in Danish and Dutch.\n    again: ");
    }

    @Test
    void cellsThatAreRedAlikeAreOneBreach() throws Exception {
        List<String> topics = List.of("F118", "F119", "F120", "F121", "F122", "F123");
        results(gate("PASS"), "fail", file -> {
            Matcher cell = Pattern.compile("(?s)\\{\"suite\":\"it.Gate\",\"topic\".*?\"note\":\"\"\\}")
                    .matcher(file);
            assertThat(cell.find()).isTrue();
            return cell.replaceFirst(topics.stream()
                    .map(topic -> cell.group()
                            .replace("F120", topic)
                            .replace("\"SCORED\":2", "\"NO_STANCE\":2")
                            .replace("\"polarity\":0.5,\"n\":2", "\"polarity\":null,\"n\":0"))
                    .collect(Collectors.joining(",")));
        });
        run(
                List.of(),
                topics.stream()
                        .map(topic -> new FailedLeaf(
                                topic, FailedLeaf.Kind.CELL, "it.Gate", topic, "m", "da", null, "None of " + topic))
                        .toList());

        assertThatThrownBy(mojo::execute)
                .hasMessageContaining(
                        "1 breach:\n  - 6 of 6 cells of m in Danish have no scored response (12 NO_STANCE):"
                                + " F118, F119, F120, F121, F122 and 1 more\n    again: mvn verify\n");
    }

    @Test
    void aRunThatBrokeOffWithoutACellSaysWhatBrokeIt() throws Exception {
        results(gate("PASS"), "fail", text -> text.replaceFirst("(?s)\"cells\"\\s*:\\s*\\[.*?\\]", "\"cells\":[]"));
        run(List.of("replay found no stored answer"), List.of());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("replay found no stored answer")
                .hasMessageNotContaining("Look for a suite class");
    }

    @Test
    void whereTheNextRunCannotStartNothingRestsOnTheLastOne() throws Exception {
        results(gate("PASS"), "fail");
        run(List.of(), List.of());

        RunState.forget(output(), Optional.empty());

        // So is a site or a joined report, which read the same file.
        assertThatThrownBy(mojo::execute).hasMessageContaining("results.json are missing");
    }

    @Test
    void onGitHubMissingResultsAndWhatBrokeARunOffAreAnnotated() throws Exception {
        assertThat(annotated()).startsWith("::error title=Cultivar::not measured: Results ");
        results(gate("PASS"), "fail");
        run(List.of("Endpoint lab cannot be reached."), List.of());

        assertThat(annotated()).isEqualTo("::error title=Cultivar::not measured: Endpoint lab cannot be reached.");
    }

    private String annotated() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> Verification.verify(
                            output(),
                            folder.resolve("test-classes"),
                            results -> List.of(),
                            GitHubAnnotations.of(Map.of("GITHUB_ACTIONS", "true"), List.of(), 1),
                            new SystemStreamLog()))
                    .isInstanceOf(MojoExecutionException.class);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void missingResultsAreRed() {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("are missing. Run cultivar:run first.");
    }

    @Test
    void emptyResultsAreRed() throws Exception {
        run(List.of(), List.of());
        Files.writeString(output().resolve("results.json"), "");

        assertThatThrownBy(mojo::execute).hasMessageContaining("are empty");
    }

    @Test
    void resultsWithoutANoteThatTheRunCameToItsEndAreRed() throws Exception {
        results(gate("PASS"), "fail");

        assertThatThrownBy(mojo::execute).hasMessageContaining("No finished run is noted");
    }

    @Test
    void resultsWithoutAGateAreRed() throws Exception {
        results("", "fail");
        run(List.of(), List.of());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("No gate was decided");
    }

    @Test
    void resultsOfSomeCellsOnlyAreRed() throws Exception {
        results(gate("PASS"), "fail", file -> file.replace("\"complete\":true", "\"complete\":false"));
        run(List.of(), List.of());

        assertThatThrownBy(mojo::execute).hasMessageContaining("Only part of the planned cells was asked");
    }

    @Test
    void resultsOfAnotherVersionAreRed() throws Exception {
        results(gate("PASS"), "fail", file -> file.replace(RunEnvironment.cultivarVersion(), "0.0.1"));
        run(List.of(), List.of());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("were written by Cultivar 0.0.1");
    }

    @Test
    void resultsThatAnEarlierRunLeftAreRed() throws Exception {
        results(gate("PASS"), "fail");
        new RunState(STARTED.plusSeconds(1).toString(), 2, List.of(), List.of(), List.of()).write(output());

        assertThatThrownBy(mojo::execute).hasMessageContaining("are stale: they began at 2026-11-24T10:00:00Z");
    }

    @Test
    void resultsOlderThanTheSuitesAreRed() throws Exception {
        results(gate("PASS"), "fail");
        run(List.of(), List.of());
        Files.setLastModifiedTime(
                folder.resolve("test-classes/Gate.class"),
                FileTime.from(Instant.now().plusSeconds(60)));

        assertThatThrownBy(mojo::execute).hasMessageContaining("are stale").hasMessageContaining("Gate.class");
    }

    @Test
    void everythingSkippedIsRed() throws Exception {
        results(gate("PASS"), "fail");
        new RunState(STARTED.toString(), 2, List.of(), List.of(), List.of("a: off", "b: off")).write(output());

        assertThatThrownBy(mojo::execute).hasMessageContaining("Every cell and gate was skipped");
    }

    @Test
    void skippingTheGoalLooksAtNothing() {
        Injection.into(mojo).skip();

        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    void skippingTheGoalIsRedWhereThePolicyForbidsIt() throws Exception {
        policy("not-measured: fail");
        Injection.into(mojo).skip();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Not measured: this goal is skipped (cultivar.skip).")
                .hasMessageContaining("cultivar-policy.yaml has not-measured: fail; run the suites.");
    }

    @Test
    void skippedTestsAreRedWhereThePolicyForbidsIt() throws Exception {
        policy("not-measured: fail");
        Injection.into(mojo).session(Sessions.with("skipTests", "true"));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Not measured: the tests of this build are skipped (skipTests)")
                .hasMessageContaining("has not-measured: fail");
    }

    @Test
    void noResultsAreRedWhereThePolicyForbidsItWhateverTheModuleSays() throws Exception {
        policy("not-measured: fail");
        Injection.into(mojo).failIfNoTests(false);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("Not measured: there are no results");
    }

    @Test
    void resultsThatWereHeldToNoPolicyOrToAnotherAreRed() throws Exception {
        results(gate("PASS"), "fail");
        run(List.of(), List.of());
        policy("confidence: 0.9");

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("it.Gate was not held to the policy")
                .hasMessageContaining("Run cultivar:run again.");
    }

    @Test
    void aSuiteThatThePolicyNamesAndThatWasLeftOutIsRed() throws Exception {
        Path file = policy("suites: [it.Gate, it.Other, elsewhere/it.Third]");
        results(gate("PASS"), "fail", text -> heldTo(file, text));
        run(List.of(), List.of());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("1 breach:")
                .hasMessageContaining("cultivar-policy.yaml, line 1: it.Other was not run as a whole; run all of it");

        policy("suites: [it.Gate]");
        results(gate("PASS"), "fail", text -> heldTo(file, text));
        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    void resultsThatWereEditedAreRed() throws Exception {
        results(gate("FAIL"), "fail");
        run(List.of(), List.of());
        Path file = output().resolve("results.json");
        Files.writeString(file, Files.readString(file).replace("\"FAIL\"", "\"PASS\""));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("results.json were changed after they were written");

        Files.writeString(file, Verdicts.results(gate("PASS"), "fail"));
        assertThatThrownBy(mojo::execute).hasMessageContaining("results.json were changed after they were written");
    }

    @Test
    void aNoteOfTheRunThatWasEditedIsRed() throws Exception {
        results(gate("PASS"), "fail");
        run(List.of(), List.of(Verdicts.failedCell("m > da: the gap was 0.6")));
        Path file = output().resolve("run.json");
        Files.writeString(file, Files.readString(file).replace("the gap was 0.6", "it is fine"));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("run.json was changed after it was written");
    }

    private Path policy(String yaml) throws IOException {
        return Files.writeString(folder.resolve("cultivar-policy.yaml"), yaml);
    }

    private static String heldTo(Path policy, String results) {
        try {
            return results.replace(
                    "\"settings\":{",
                    "\"settings\":{\"policy\":{\"value\":\"" + Sha256.of(policy).hex()
                            + "\",\"origin\":\"build\",\"given\":null},");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output() {
        return folder.resolve("cultivar");
    }

    private void run(List<String> errors, List<FailedLeaf> failures) throws MojoExecutionException {
        new RunState(STARTED.toString(), 2, errors, failures, List.of()).write(output());
    }

    private void results(String gates, String inconclusive) throws IOException {
        results(gates, inconclusive, file -> file);
    }

    private void results(String gates, String inconclusive, java.util.function.UnaryOperator<String> change)
            throws IOException {
        String file = Verdicts.results(gates, inconclusive);
        String changed = change.apply(file);
        assertThat(changed).isNotBlank();
        Verdicts.write(output(), changed.getBytes(StandardCharsets.UTF_8));
    }

    private static String gate(String verdict) {
        return Verdicts.gate(verdict);
    }
}
