package dev.cultivar.engine;

import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of whole runs against an endpoint that counts. */
public abstract class AtLab {

    /** Two topics, 12 responses in each of two languages: 24 answers and as many judgements. */
    @CulturalSuite(
            languages = {"da", "en"},
            responses = 12)
    @CoverageGate(min = 0.8)
    static class Suite {
        @CulturalProbe("F120")
        void abortion() {}

        @CulturalProbe("F118")
        void homosexuality() {}
    }

    @TempDir
    Path folder;

    Lab lab;
    Path settings;

    @BeforeEach
    void open() throws IOException {
        lab = new Lab();
        settings = lab.settings(folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    LabRun run() {
        return new LabRun(folder, settings);
    }
}
