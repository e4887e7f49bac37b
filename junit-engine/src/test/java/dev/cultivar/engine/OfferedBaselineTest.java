package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.report.RunReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which runs of a suite that names no baseline are offered as one. */
class OfferedBaselineTest extends AtLab {

    private static final String OFFER = "No baseline: save this run with:";

    @CulturalSuite(languages = "da", responses = 64)
    @CoverageGate(min = 0.8)
    static class Passing {
        @CulturalProbe(catalogue = "paper")
        void topics() {}
    }

    /** The threshold is about where the model lies. */
    @CulturalSuite(languages = "da", responses = 64)
    @AlignmentGate(population = "DK", min = 0.93)
    static class Open {
        @CulturalProbe(catalogue = "paper")
        void topics() {}
    }

    private LabRun here() {
        return run().with("cultivar.models", "perfect").with("cultivar.basedir", folder.toString());
    }

    private String summary() throws IOException {
        return Files.readString(folder.resolve("out/summary.md"));
    }

    @Test
    void anUndecidedRunIsNotOffered() throws IOException {
        LabRun open = here();
        open.of(Open.class);
        assertThat(open.results().at("/gates/0/verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(summary()).doesNotContain(OFFER);
        assertThat(open.results().at("/baselines/0/problem").asText())
                .startsWith("No baseline, and 1 gate of this run did not pass; once all pass, save a run with: mvn ");
    }

    @Test
    void whereARunOfTheSuiteIsSavedNoOtherIsOfferedAndTheFileIsNamed() throws IOException {
        here().of(Passing.class);
        Path saved = new RunReports(folder.resolve("out"), Optional.empty()).baseline(Passing.class.getName());
        Path baselines = Files.createDirectories(folder.resolve("baselines"));
        Files.writeString(baselines.resolve("broken.json"), "{");
        Files.writeString(
                baselines.resolve("other.json"),
                Files.readString(saved).replace(Passing.class.getName(), "example.Other"));
        here().of(Passing.class);
        assertThat(summary()).contains(OFFER);

        Files.copy(saved, baselines.resolve("v1.json"));
        here().of(Passing.class);
        assertThat(summary())
                .doesNotContain(OFFER, "broken.json", "other.json")
                .contains("Saved runs of this suite: baselines/v1.json. Name one in ");
    }
}
