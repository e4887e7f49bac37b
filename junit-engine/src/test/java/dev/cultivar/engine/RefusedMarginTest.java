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
        assertThat(first.console()).doesNotContain("above the largest margin");
        Path saved = new RunReports(folder.resolve("out"), Optional.empty()).baseline(Few.class.getName());
        Files.copy(saved, folder.resolve("v1.json"));

        LabRun again = random();
        again.of(Few.class);
        assertThat(again.console().lines().findFirst().orElseThrow())
                .startsWith("Few: change in bias of uniform in Danish towards the US since v1.json")
                .contains("an unchanged release passes it in 80 of 100 runs from a margin of 0.")
                .contains("above the largest margin that is planned, so the gate is red; plan ");
        assertThat(again.results().at("/gates/0/verdict").asText()).isEqualTo("FAIL");

        LabRun one = random().with("cultivar.shard", "1/2");
        one.of(Few.class);
        assertThat(one.console()).as("a part decides no gate").doesNotContain("above the largest margin");
    }
}
