package dev.cultivar.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    @TempDir
    Path folder;

    @Test
    void aWriterThatFailsHalfwayLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("results.json");
        ReportFile.write(file, ResultsJson.bytes("old"));

        assertThatThrownBy(() -> ReportFile.write(file, out -> {
                    out.write(ResultsJson.bytes("new and half"));
                    throw new IOException("disk full");
                }))
                .isInstanceOf(ResultsException.class)
                .hasMessageContaining("disk full");

        assertThat(file).hasContent("old");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void foldersAreMade() {
        Path file = folder.resolve("a/b/results.json");

        ReportFile.write(file, ResultsJson.bytes("x"));

        assertThat(file).hasContent("x");
    }
}
