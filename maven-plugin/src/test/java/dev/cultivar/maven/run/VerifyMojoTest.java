package dev.cultivar.maven.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyMojoTest extends WithResults {

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

    @Test
    void aGreenBuildSaysWhatHoldsAndWhatWasLetThrough() {
        assertThat(HeldGates.of(Verdicts.gates("PASS"))).isEqualTo("1 gate passes");
        assertThat(HeldGates.of(Verdicts.gates("PASS", "PASS"))).isEqualTo("2 gates pass");
        assertThat(HeldGates.of(Verdicts.gates("PASS", "INCONCLUSIVE", "PASS")))
                .isEqualTo("2 of 3 gates pass, 1 inconclusive and let through by cultivar.inconclusive=pass");
        assertThat(HeldGates.of(Verdicts.gates("INCONCLUSIVE"))).startsWith("no gate was decided, 1 inconclusive");
        assertThat(HeldGates.of(List.of(Verdicts.gates("PASS").get(0), Verdicts.uncompared(), Verdicts.uncompared())))
                .isEqualTo("1 of 3 gates passes, 2 had nothing to be compared with");
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
    void aRunThatBrokeOffWithoutACellSaysWhatBrokeIt() throws Exception {
        results(gate("PASS"), "fail", text -> text.replaceFirst("(?s)\"cells\"\\s*:\\s*\\[.*?\\]", "\"cells\":[]"));
        run(List.of("replay found no stored answer"), List.of());

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("replay found no stored answer")
                .hasMessageNotContaining("Look for a suite class");
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

    /** Maven prints the messages of all causes as well; that of a parser quotes what it could not read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"found\":\"\\u001B]0;green\\u0007 \\u202Eneerg\"}",
                "{\"started\":\"2026-11-24T10:00:00Z\",\"found\":1,\"ofRun\":[\"\\u001B[2J\\u202Eneerg\"],\"unanswered\":{},\"failures\":[],\"skipped\":[]}"
            })
    void nothingThatTheNoteOfARunSaysReachesATerminalAsItIs(String note) throws Exception {
        if (note.contains("ofRun")) {
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
    void onGitHubMissingResultsAndWhatBrokeARunOffAreAnnotated() throws Exception {
        assertThat(annotated()).startsWith("::error title=Cultivar::not measured: Results ");
        results(gate("PASS"), "fail");
        run(List.of("Endpoint lab cannot be reached."), List.of());

        assertThat(annotated()).isEqualTo("::error title=Cultivar::not measured: Endpoint lab cannot be reached.");
    }

    @Test
    void aModelThatNobodyAnswersForIsToldOnceBesideTheSuiteWhereItHasGates() throws Exception {
        String ofGate = "typo: no response was scored: PROVIDER_ERROR (HTTP 404) (2 cells and gates)";
        String ofNone = "slip: no response was scored: PROVIDER_ERROR (HTTP 404) (2 cells and gates)";
        results(Verdicts.lost("typo"), "fail");
        run(
                List.of("A probe threw."),
                new TreeMap<>(Map.of("typo", List.of(ofGate), "slip", List.of(ofNone))),
                List.of());

        assertThat(annotated().lines())
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("::not measured: A probe threw."),
                        second -> assertThat(second).endsWith("::not measured: " + ofNone),
                        third -> assertThat(third)
                                .startsWith("::error title=Cultivar%3A Gate::typo: not measured: 1 gate: of 300"
                                        + " planned responses the run lost 300 to errors of the endpoint; check"));
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
}
