package dev.cultivar.engine;

import static dev.cultivar.engine.LabRun.complaints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import dev.cultivar.store.StoreException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whole runs that are ended before their time, softly and with SIGKILL, and go on. */
class InterruptedRunTest extends AtLab {

    @CulturalSuite(
            languages = {"da", "en"},
            responses = 60)
    @CoverageGate(min = 0.8)
    static class Suite {
        @CulturalProbe("F120")
        void abortion() {}

        @CulturalProbe("F118")
        void homosexuality() {}
    }

    private static final int KILLS = Integer.getInteger("cultivar.build.kills", 3);

    /** As {@link Lab#settings} has it. */
    private static final int CONCURRENCY = 4;

    /**
     * Most that a kill can lose: calls that were asked and whose answers are not durable. At the endpoint are at most {@link #CONCURRENCY} of
     * them. A place there is free again as soon as the answer has come, and not only when it is on the disk, so that others may be asked
     * meanwhile; but a run begins a model's next prompt only when an earlier one is done, and has two prompts under way for each place, of
     * which each has one call, to the model or to the judge.
     */
    private static final int UNDER_WAY = 2 * CONCURRENCY;

    /** Two languages, 60 responses each, asked and judged; equal answers are judged once. */
    private static final int MOST_CALLS = 2 * 2 * 60;

    @BeforeEach
    void prepare() {
        lab.pause = 10;
    }

    @Test
    void anInterruptLeavesWhatIsKnownAndMarksIt() throws Exception {
        lab.pause = 30;
        Thread runner = Thread.currentThread();
        AtomicBoolean interrupted = new AtomicBoolean();
        // Other answers come meanwhile.
        lab.instead = (request, answer) -> {
            if (lab.calls.get() >= 100 && interrupted.compareAndSet(false, true)) {
                runner.interrupt();
            }
            return answer;
        };
        LabRun broken = run();
        List<String> said = complaints(broken.of(Suite.class));
        var unused = Thread.interrupted();

        assertThat(said).isNotEmpty().anySatisfy(line -> assertThat(line).contains("the run was cancelled"));
        requireMarked(broken.results());
        assertThat(broken.console()).contains("INTERRUPTED", "run again to continue, answers are kept");

        LabRun whole = run();
        assertThat(complaints(whole.of(Suite.class))).isEmpty();
        assertThat(whole.results().at("/run/suites/0/interrupted").asBoolean()).isFalse();
        assertThat(whole.results().at("/run/complete").asBoolean()).isTrue();
        assertThat(lab.asked.values())
                .allSatisfy(times -> assertThat(times.get()).isLessThanOrEqualTo(2));
    }

    @Test
    void anInterruptBeforeAnythingWasDoneSaysSoAndPromisesNothingThatMemoryCannotKeep() {
        LabRun broken = run().with("cultivar.store", "memory");
        List<String> said = interrupted(broken, Suite.class, 2);

        assertThat(said).isNotEmpty();
        assertThat(broken.console())
                .contains("INTERRUPTED", "nothing is kept, because the store is memory")
                .doesNotContain("answers are kept");
        assertThatThrownBy(() -> ResultsFile.read(folder.resolve("out").resolve(ResultsFile.NAME)))
                .hasMessageContaining("hold no cell, because the run was stopped before the first was done");
    }

    @Test
    @Tag("slow")
    void aTerminatedProcessLeavesWhatIsKnownAndMarksIt() throws Exception {
        lab.pause = 30;
        Process run =
                ForkedRun.start(folder, settings, folder.resolve("responses.db").toString(), Suite.class);
        awaitCallsOrEnd(run, 120);
        run.destroy();

        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        requireMarked(run().results());
    }

    private static void requireMarked(JsonNode results) {
        assertThat(results.at("/run/complete").asBoolean()).isFalse();
        assertThat(results.at("/run/suites/0/interrupted").asBoolean()).isTrue();
        assertThat(results.path("gates")).isEmpty();
        assertThat(results.path("cells")).hasSizeLessThan(4);
        assertThat(results.path("cells"))
                .allSatisfy(
                        cell -> assertThat(cell.at("/outcomes/SCORED").asInt()).isEqualTo(30));
    }

    @Test
    @Tag("slow")
    void aKilledRunGoesOnAndEndsAsIfUndisturbed() throws Exception {
        goesOnAfterKills(KILLS, folder.resolve("responses.db").toString());
    }

    @Test
    @Tag("slow")
    void soItDoesOnPostgres() throws Exception {
        EmbeddedPostgres server;
        try {
            server = EmbeddedPostgres.start();
        } catch (IOException | RuntimeException e) {
            assumeTrue(false, "skipped: no PostgreSQL server can be started here: " + e.getMessage());
            return;
        }
        try (server) {
            goesOnAfterKills(KILLS, "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres");
        }
    }

    /** Every call counts: what was answered while the server was away is neither lost nor asked again. */
    @Test
    @Tag("slow")
    void aRestartOfPostgresIsWaitedOut() throws Exception {
        Path data = Files.createDirectories(folder.resolve("postgres"));
        EmbeddedPostgres[] server = new EmbeddedPostgres[1];
        try {
            server[0] = postgres(data, 0);
        } catch (IOException | RuntimeException e) {
            assumeTrue(false, "skipped: no PostgreSQL server can be started here: " + e.getMessage());
        }
        int port = server[0].getPort();
        int outage = Integer.getInteger("cultivar.build.outage", 15);
        Thread restart = new Thread(() -> {
            awaitCalls(60);
            try {
                server[0].close();
                TimeUnit.SECONDS.sleep(outage);
                server[0] = postgres(data, port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        restart.start();
        LabRun run = run().with("cultivar.store", "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres");

        List<String> said = complaints(run.of(Suite.class));
        restart.join();
        try (EmbeddedPostgres back = server[0]) {
            assertThat(back).isNotNull();
        }

        assertThat(said).isEmpty();
        assertThat(lab.asked.values()).allSatisfy(times -> assertThat(times).hasValue(1));
        assertThat(run.results()
                        .at("/run/suites/0/account/models/perfect/asked")
                        .asInt())
                .isEqualTo(120);
        assertThat(run.results().path("cells"))
                .allSatisfy(
                        cell -> assertThat(cell.at("/outcomes/SCORED").asInt()).isEqualTo(30));
    }

    private static EmbeddedPostgres postgres(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
    }

    private void goesOnAfterKills(int kills, String store) throws Exception {
        Random random = new Random(11);
        goesOnAfterKills(kills, store, Suite.class, (run, before) -> {
            awaitCallsOrEnd(run, before + 1 + random.nextInt(MOST_CALLS / kills));
            // Somewhere between two calls.
            TimeUnit.MICROSECONDS.sleep(random.nextInt(15_000));
        });
    }

    /** When a process is to be killed. */
    private interface Moment {
        /** @param before calls that came before the process was there */
        void await(Process run, int before) throws InterruptedException;
    }

    /**
     * More answers than a look asks have been asked, so the first was decided. The suite has its threshold where the model scores, and
     * goes on.
     */
    @Test
    @Tag("slow")
    void aRunThatIsKilledAfterALookEndsWithTheLooksOfAnUndisturbedOne() throws Exception {
        int ofALook = 2 * LooksRunTest.TOPICS;
        JsonNode resumed = goesOnAfterKills(
                1, folder.resolve("responses.db").toString(), LooksRunTest.Close.class, (run, before) -> {
                    while (run.isAlive() && answersAsked() < ofALook + 10) {
                        TimeUnit.MILLISECONDS.sleep(1);
                    }
                });

        assertThat(resumed.at("/gates/0/facts/look/number").asInt()).isGreaterThan(1);
        assertThat(resumed.at("/gates/0/facts/control/confidence").asDouble()).isEqualTo(0.95);
    }

    private long answersAsked() {
        return lab.asked.keySet().stream()
                .filter(body -> !body.contains("<statements>"))
                .count();
    }

    /** @return the results of the run that went on to the end */
    private JsonNode goesOnAfterKills(int kills, String store, Class<?> suite, Moment moment) throws Exception {
        Path forks = Files.createDirectories(folder.resolve("forks"));
        int killed = 0;
        Map<String, Integer> asked = new HashMap<>();
        long stored = 0;
        int lost = 0;
        for (int i = 0; i < kills; i++) {
            lab.asked.clear();
            int before = lab.calls.get();
            Process run = ForkedRun.start(forks, settings, store, suite);
            moment.await(run, before);
            killed += run.isAlive() ? 1 : 0;
            run.destroyForcibly().waitFor();
            lab.settle();
            // One process asks nothing twice.
            assertThat(lab.asked.values()).allSatisfy(times -> assertThat(times).hasValue(1));
            count(lab.asked.keySet(), asked);
            long storedNow = stored(store);
            int lostNow = Math.toIntExact(lab.asked.size() - (storedNow - stored));
            assertThat(lostNow).as("lost by kill %d", i).isBetween(0, UNDER_WAY);
            stored = storedNow;
            lost += lostNow;
        }
        lab.asked.clear();
        Process last = ForkedRun.start(forks, settings, store, suite);
        int ended = last.waitFor();
        String told = Files.readString(forks.resolve("fork.log"));
        count(lab.asked.keySet(), asked);
        JsonNode resumed = new LabRun(forks, settings).results();

        lab.asked.clear();
        lab.pause = 0;
        LabRun undisturbed =
                run().with("cultivar.store", folder.resolve("other.db").toString());
        List<String> complaints = complaints(undisturbed.of(suite));
        assertThat(ended).as(told).isEqualTo(complaints.isEmpty() ? 0 : 1);
        assertThat(told).contains("ended with " + complaints.size() + " complaints");

        // Asked is what an undisturbed run asks. It is stored once, and was asked again only as often as kills lost it.
        assertThat(asked.keySet()).isEqualTo(lab.asked.keySet());
        assertThat(stored(store)).isEqualTo(asked.size());
        int again = asked.values().stream().mapToInt(times -> times - 1).sum();
        assertThat(again).as("asked again").isEqualTo(lost);
        assertThat(asked.values()).allSatisfy(times -> assertThat(times).isLessThanOrEqualTo(1 + kills));
        assertThat(killed).as("runs that were killed at work").isGreaterThanOrEqualTo(kills / 2);
        assertThat(comparable(resumed)).isEqualTo(comparable(undisturbed.results()));
        assertThat(Files.readAllLines(forks.resolve("out/responses.jsonl")))
                .isEqualTo(Files.readAllLines(folder.resolve("out/responses.jsonl")));
        return resumed;
    }

    private static void count(Set<String> bodies, Map<String, Integer> asked) {
        bodies.forEach(body -> asked.merge(body, 1, Integer::sum));
    }

    private static long stored(String location) {
        try (ResponseStore store = ResponseStores.open(location, StoreMode.REPLAY)) {
            return store.stats().answers();
        } catch (StoreException e) {
            // Killed before there was one.
            return 0;
        }
    }

    /** Everything but when it was, who paid, and where it lies. */
    private static JsonNode comparable(JsonNode results) {
        JsonNode copy = StoredRunTest.withoutTimesAndAccount(results);
        copy.at("/run/suites")
                .forEach(suite -> ((ObjectNode) suite.path("settings")).remove(List.of("store", "output")));
        copy.at("/run/suites").forEach(suite -> ((ObjectNode) suite).remove("rerun"));
        copy.path("gates").forEach(gate -> ((ObjectNode) gate).remove("rerun"));
        return copy;
    }

    private void awaitCalls(int calls) {
        try {
            while (lab.calls.get() < calls) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitCallsOrEnd(Process run, int calls) throws InterruptedException {
        while (run.isAlive() && lab.calls.get() < calls) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
