package dev.cultivar.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of whole runs against an endpoint that counts. */
abstract class AtLab {

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
