package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.RegressionGate;
import dev.cultivar.report.RunReports;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A baseline in which the model that a gate compares with has another name. */
class OtherModelOfBaselineTest extends AtLab {

    @CulturalSuite(languages = "da", responses = 128)
    @RegressionGate(baseline = "v1.json", baselineModel = "perfect", margin = 0.2)
    static class Release {
        @CulturalProbe(catalogue = "paper")
        void topics() {}
    }

    @Test
    void reportsCompareWithTheModelThatTheGateNames() throws IOException {
        run().with("cultivar.models", "perfect")
                .with("cultivar.basedir", folder.toString())
                .of(Release.class);
        Files.copy(
                new RunReports(folder.resolve("out"), Optional.empty()).baseline(Release.class.getName()),
                folder.resolve("v1.json"));

        LabRun other = run().with("cultivar.models", "uniform").with("cultivar.basedir", folder.toString());
        other.of(Release.class);

        assertThat(other.results().at("/baselines/0/obstacle").isNull()).isTrue();
        assertThat(other.results().at("/baselines/0/changes"))
                .filteredOn(change -> change.path("statistic").asText().equals("bias"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.path("model").asText()).isEqualTo("uniform");
                    assertThat(change.path("difference"))
                            .isEqualTo(other.results().at("/gates/0/estimate"));
                });
        assertThat(other.results().at("/baselines/0/drifts")).isNotEmpty();
        assertThat(Files.readString(folder.resolve("out/summary.md")))
                .contains("uniform, compared with perfect: answered by ")
                .doesNotContain("only in the baseline");
    }
}
