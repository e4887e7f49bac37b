package dev.cultivar.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.RegressionGate;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.history.BaselineFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The baseline of a Danish model, and gates that compare another run with it. */
abstract class SinceBaseline {

    static final String FILE = "baselines/v1.json";

    @TempDir
    Path folder;

    BaselineFiles baselines;

    @BeforeEach
    void saveADanishModel() {
        baselines = new BaselineFiles(folder);
        save(suite("DK"));
    }

    static Suite suite(String population) {
        return new Suite().model("release", Suite.like(population)).languages("da");
    }

    void save(Suite suite) {
        BaselineFiles.write(suite.saved(), folder.resolve(FILE));
    }

    GateResult verdict(Suite now, boolean required) {
        List<GateResult> verdicts = now.verdicts(baselines, Gates.regression(FILE, 0.05, required));
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
    }

    GateResult bias(Suite now, @Nullable Double margin) {
        List<GateResult> verdicts =
                now.verdicts(baselines, Gates.regression(FILE, RegressionGate.Statistic.BIAS, margin, true));
        assertThat(verdicts).hasSize(1);
        return verdicts.get(0);
    }

    /** What is known of a gate on bias before anything is asked. */
    Optional<Obstacle> foreseen(Suite now, @Nullable Double margin) {
        return now.foreseen(baselines, Gates.regression(FILE, RegressionGate.Statistic.BIAS, margin, true)).stream()
                .map(EarlierSamples.Foreseen::obstacle)
                .findFirst();
    }
}
