package dev.cultivar.engine;

import static dev.cultivar.engine.LabRun.complaints;

import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /**
     * Runs a suite and is interrupted once so many calls have come in; returns what each red leaf says. Those calls and later ones are not
     * answered before the run has ended, however long an interrupt takes: nothing is done behind it.
     */
    List<String> interrupted(LabRun run, Class<?> suite, int calls) {
        Thread runner = Thread.currentThread();
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        lab.instead = (request, answer) -> {
            if (lab.calls.get() >= calls) {
                if (interrupted.compareAndSet(false, true)) {
                    runner.interrupt();
                }
                await(ended);
            }
            return answer;
        };
        try {
            return complaints(run.of(suite));
        } finally {
            lab.instead = (request, answer) -> answer;
            ended.countDown();
            var unused = Thread.interrupted();
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            // A run that takes no notice gets its answers in the end, and is whole.
            var unused = ended.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
