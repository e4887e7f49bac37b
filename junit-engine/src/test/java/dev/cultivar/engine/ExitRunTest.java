package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose process their own code ends. */
class ExitRunTest {

    @Test
    @Tag("slow")
    void aProbeThatEndsTheProcessAsIfAllWereWellIsRed(@TempDir Path folder) throws Exception {
        Path settings = Files.writeString(
                folder.resolve("cultivar.yaml"), "models:\n  perfect: {endpoint: planted, model: perfect-US}\n");

        Process run = ForkedRun.start(folder, settings, "memory", ExitSuites.InAProbe.class);

        assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("fork.log")))
                .contains("Cultivar: System.exit at dev.cultivar.engine.ExitSuites$InAProbe.abortion(ExitSuites.java:")
                .doesNotContain("complaints");
        assertThat(run.exitValue()).isEqualTo(1);
    }
}
