package dev.cultivar.maven.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.results.CellRow;
import dev.cultivar.results.CheckRow;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.decision.RedCells;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The escapes are those of GitHub's toolkit (actions/toolkit, packages/core/src/command.ts). */
class GitHubAnnotationsTest {

    @TempDir
    Path repository;

    private final List<GateRow> missed = Verdicts.gates("FAIL");

    @BeforeEach
    void aSuiteInAModule() throws IOException {
        Path folder = Files.createDirectories(repository.resolve("gates, all/src/test/java/it"));
        Files.writeString(folder.resolve("Gate.java"), """
            package it;

            /** The class Gate is declared below. */
            // class Gate
            @CulturalSuite
            public final class Gate extends Base {
                static class Inner {}
            }
            """);
    }

    private GitHubAnnotations annotations(Map<String, String> environment) {
        return annotations(environment, 1);
    }

    private GitHubAnnotations annotations(Map<String, String> environment, int modules) {
        return GitHubAnnotations.of(
                environment,
                List.of(repository.resolve("gates, all/src/test/java").toString()),
                modules);
    }

    private GitHubAnnotations onGitHub() {
        return annotations(Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", repository.toString()));
    }

    @Test
    void aMissedGateStandsBesideTheClassOfItsSuite() {
        assertThat(onGitHub().lines(List.of(), List.of(), missed, List.of(), List.of()))
                .containsExactly("::error file=gates%2C all/src/test/java/it/Gate.java,line=6,title=Cultivar%3A Gate::"
                        + "m: alignment FAIL in Danish, Denmark: 0.300 [0.200, 0.380], required at least 0.4");
    }

    @Test
    void failedGatesComeBeforeThoseThatAreOpen() {
        assertThat(onGitHub().lines(List.of(), List.of(), Verdicts.gates("INCONCLUSIVE", "FAIL"), List.of(), List.of()))
                .satisfiesExactly(
                        first -> assertThat(first).contains("::m: alignment FAIL"), second -> assertThat(second)
                                .contains("::m: alignment INCONCLUSIVE")
                                .endsWith("required at least 0.4, which the interval contains"));
    }

    @Test
    void aLongMessageIsCutAndBeginsWithModelCheckAndVerdict() {
        CheckRow check = new CheckRow("other.Suite", "F120", "m", "da", "far ".repeat(500));

        assertThat(onGitHub().lines(List.of(), List.of(), List.of(), List.of(), List.of(check)))
                .singleElement()
                .asString()
                .hasSizeLessThan(650)
                .contains("::m: check of F120 FAIL in Danish: far far");
    }

    @Test
    void cellsWithoutAScoreAreOneForAModelInALanguageAndBeginWithIt() {
        CellRow cell = new CellRow(
                "it.Gate",
                "F120",
                "m",
                "da",
                4,
                new TreeMap<>(Map.of("REFUSAL", 4)),
                null,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                StatementCounts.NONE,
                PromptParts.NONE,
                List.of());

        assertThat(onGitHub()
                        .lines(
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(new RedCells("it.Gate", "m", "da", List.of(cell), 12)),
                                List.of()))
                .singleElement()
                .asString()
                .endsWith("title=Cultivar%3A Gate::m: 1 of 12 cells of m in Danish has no scored response (4 REFUSAL):"
                        + " F120");
    }

    @Test
    void gatesThatTheSameThingKeptFromBeingMeasuredAreOne() {
        List<GateRow> unmeasured = Collections.nCopies(9, Verdicts.withoutBaseline("v1.json"));

        assertThat(onGitHub().lines(List.of(), List.of(), unmeasured, List.of(), List.of()))
                .singleElement()
                .asString()
                .contains("title=Cultivar%3A Gate::m: not measured: 9 gates: there is no baseline run at v1.json;");
    }

    @Test
    void whatBrokeTheRunOffComesFirst() {
        assertThat(onGitHub()
                        .lines(List.of("Endpoint lab cannot be reached."), List.of(), missed, List.of(), List.of()))
                .hasSize(2)
                .first()
                .isEqualTo("::error title=Cultivar::not measured: Endpoint lab cannot be reached.");
    }

    @Test
    void aRunThatCannotStartIsOneLine() {
        assertThat(onGitHub().unmeasured(List.of("Nothing was asked:\n  - There is no planted model 'perfect-DKK'.")))
                .singleElement()
                .asString()
                .startsWith("::error title=Cultivar::not measured: Nothing was asked:")
                .doesNotContain("\n", "%0A")
                .endsWith("There is no planted model 'perfect-DKK'.");
    }

    @Test
    void eachThingThatKeepsARunFromItsStartIsALineOfItsOwn() {
        String breach = "it.Gate has no bias gate; add one, or ask the policy's owners to change it.".repeat(4);

        assertThat(onGitHub().unmeasured(Collections.nCopies(3, breach)))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).endsWith("::not measured: " + breach));
    }

    @Test
    void whatABuildIsRedForAsAWholeComesBeforeItsGates() {
        assertThat(onGitHub().lines(List.of(), List.of("No gate was decided."), missed, List.of(), List.of()))
                .hasSize(2)
                .first()
                .isEqualTo("::error title=Cultivar::No gate was decided.");
    }

    @Test
    void gatesThatComparedNothingAreOneWarning() {
        assertThat(onGitHub().uncompared(List.of(Verdicts.uncompared(), Verdicts.uncompared())))
                .singleElement()
                .asString()
                .startsWith("::warning file=gates%2C all/src/test/java/it/Gate.java,line=6,title=Cultivar%3A Gate::not"
                        + " compared: 2 gates of m: there is no baseline run at ");
        assertThat(onGitHub().uncompared(missed)).isEmpty();
        assertThat(annotations(Map.of()).uncompared(List.of(Verdicts.uncompared())))
                .isEmpty();
    }

    @Test
    void modulesOfABuildShareWhatGitHubShows() {
        Map<String, String> github = Map.of("GITHUB_ACTIONS", "true");
        List<GateRow> many = Verdicts.gates(Collections.nCopies(12, "FAIL").toArray(String[]::new));

        assertThat(annotations(github, 2).lines(List.of(), List.of(), many, List.of(), List.of()))
                .hasSize(5)
                .last()
                .asString()
                .contains("8 more gates, cells and checks are red: 8 of m. GitHub shows 10 errors of a step, which the"
                        + " modules of a build share;");
        assertThat(annotations(github, 9).lines(List.of(), List.of(), many, List.of(), List.of()))
                .hasSize(2);
    }

    @Test
    void elsewhereNothingIsPrinted() {
        assertThat(annotations(Map.of()).lines(List.of(), List.of(), missed, List.of(), List.of()))
                .isEmpty();
        assertThat(annotations(Map.of("GITHUB_ACTIONS", "false"))
                        .lines(List.of(), List.of(), missed, List.of(), List.of()))
                .isEmpty();
    }

    @Test
    void aSuiteWithoutSourceIsStillTold() {
        CheckRow check = new CheckRow("other.Suite", "F120", "m", "da", "too far");

        assertThat(onGitHub().lines(List.of(), List.of(), List.of(), List.of(), List.of(check)))
                .containsExactly("::error title=Cultivar%3A Suite::m: check of F120 FAIL in Danish: too far");
    }

    @Test
    void aNestedSuiteIsFoundInTheFileOfItsOutermostClass() {
        CheckRow check = new CheckRow("it.Gate$Inner", "F120", "m", "da", "too far");

        assertThat(onGitHub().lines(List.of(), List.of(), List.of(), List.of(), List.of(check)))
                .containsExactly("::error file=gates%2C all/src/test/java/it/Gate.java,line=7,title=Cultivar%3A Inner::"
                        + "m: check of F120 FAIL in Danish: too far");
    }

    @Test
    void whatAModelOrAnAssertionSaysCannotBecomeACommand() {
        CheckRow check = new CheckRow(
                "it.Gate", "F120", "m,file=/etc/passwd::x", "da", "100%\n::set-output name=x::y\r\n::warning::z");

        assertThat(onGitHub().lines(List.of(), List.of(), List.of(), List.of(), List.of(check)))
                .singleElement()
                .asString()
                .doesNotContain("\n", "\r")
                .contains("title=Cultivar%3A Gate::m,file=/etc/passwd::x: check of" + " F120 FAIL in Danish: 100%25");
    }

    @Test
    void moreThanGitHubShowsAreCountedByModel() {
        List<GateRow> many = Collections.nCopies(11, missed.get(0));
        CheckRow check = new CheckRow("it.Gate", "F120", "other, model", "da", "too far");

        assertThat(onGitHub().lines(List.of(), List.of(), many, List.of(), List.of(check)))
                .hasSize(10)
                .last()
                .asString()
                .isEqualTo("::error title=Cultivar::3 more gates, cells and checks are red: 2 of m, 1 of other, model."
                        + " GitHub shows 10 errors of a step; summary.md and report.html have all.");
    }
}
