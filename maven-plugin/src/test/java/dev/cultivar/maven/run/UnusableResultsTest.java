package dev.cultivar.maven.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.results.provenance.RunEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

class UnusableResultsTest extends WithResults {

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
        new RunState(STARTED.plusSeconds(1).toString(), 2, List.of(), new TreeMap<>(), List.of(), List.of())
                .write(output());

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
    void whereTheNextRunCannotStartNothingRestsOnTheLastOne() throws Exception {
        results(gate("PASS"), "fail");
        run(List.of(), List.of());

        RunState.forget(output(), Optional.empty());

        // So is a site or a joined report, which read the same file.
        assertThatThrownBy(mojo::execute).hasMessageContaining("results.json are missing");
    }

    @Test
    void everythingSkippedIsRed() throws Exception {
        results(gate("PASS"), "fail");
        new RunState(STARTED.toString(), 2, List.of(), new TreeMap<>(), List.of(), List.of("a: off", "b: off"))
                .write(output());

        assertThatThrownBy(mojo::execute).hasMessageContaining("Every cell and gate was skipped");
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
}
