package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.report.RunReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A regression gate that so few responses cannot decide. */
class RefusedMarginTest extends AtLab {

    @CulturalSuite(languages = "da", responses = 64)
    @RegressionGate(baseline = "v1.json")
    static class Few {
        @CulturalProbe(catalogue = "paper")
        void topics() {}
    }

    /** Answers at random are the noisiest there are. */
    private LabRun random() {
        return run().with("cultivar.models", "uniform").with("cultivar.basedir", folder.toString());
    }

    @Test
    void aRunSaysBeforeItAsksThatItsGateWillBeRedForWantOfResponses() throws IOException {
        LabRun first = random();
        first.of(Few.class);
        assertThat(first.console().lines().findFirst().orElseThrow())
                .startsWith(
                        "Few: WARNING: would fail whatever the answers: change in bias (1 gate): there is no baseline run at"
                                + " v1.json; restore the file ");
        Path saved = new RunReports(folder.resolve("out"), Optional.empty()).baseline(Few.class.getName());
        Files.copy(saved, folder.resolve("v1.json"));

        LabRun again = random();
        again.of(Few.class);
        assertThat(again.console().lines().findFirst().orElseThrow())
                .startsWith(
                        "Few: WARNING: would fail whatever the answers: change in bias (1 gate): it has no margin, and the"
                                + " smallest at which an unchanged release passes in 80 of 100 runs is 0.")
                .contains("above 0.10; plan ");
        assertThat(again.results().at("/gates/0/verdict").asText()).isEqualTo("FAIL");

        LabRun one = random().with("cultivar.shard", "1/2");
        one.of(Few.class);
        assertThat(one.console()).as("a part decides no gate").doesNotContain("whatever the answers");
    }
}
