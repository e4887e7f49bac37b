package dev.cultivar.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.io.LoopbackServer;
import dev.cultivar.settings.StoreMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is killed with SIGKILL at random moments, and goes on each time. */
@Tag("slow")
class KillTest {

    private static final int KEYS = 600;
    private static final int KILLS = Integer.getInteger("cultivar.build.kills", 3);

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();
    private LoopbackServer stub;

    @BeforeEach
    void startStub() throws IOException {
        stub = new LoopbackServer(exchange -> {
            String path = exchange.getRequestURI().getPath();
            // The answer differs each time, so that an answer which was lost after it counted would show.
            int time = asked.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
            total.incrementAndGet();
            byte[] body = (path + " asked " + time).getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    @AfterEach
    void stopStub() {
        stub.close();
    }

    @Test
    void whatWasAnsweredIsNeverAskedAgain(@TempDir Path folder) throws Exception {
        String location = folder.resolve("responses.db").toString();
        Random random = new Random(7);
        int kills = 0;
        int stored = 0;
        Map<Integer, Integer> askedWhenStored = new HashMap<>();
        for (int i = 0; i < KILLS; i++) {
            int askedBefore = total.get();
            Process run = start(location);
            // Let it ask for some time, so that the kill falls into work and not into the start of the machine.
            int untilAsked = askedBefore + 1 + random.nextInt(KEYS / KILLS);
            while (run.isAlive() && total.get() < untilAsked) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            if (run.isAlive()) {
                kills++;
            }
            run.destroyForcibly().waitFor();
            stub.settle();
            remember(location, askedWhenStored);
            // Lost is what was asked and is not durable. At most IN_FLIGHT requests are between those two: the next one
            // is only asked
            // when one of them is stored, whether its answer is still awaited or on its way to the disk.
            int lost = total.get() - askedBefore - (askedWhenStored.size() - stored);
            assertThat(lost).as("lost by kill %d", i).isBetween(0, KilledRun.IN_FLIGHT);
            stored = askedWhenStored.size();
        }
        Process last = start(location);
        String output = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(last.waitFor()).as(output).isZero();

        assertThat(kills).isPositive();
        assertThat(asked).hasSize(KEYS);
        // A request is asked once more for each kill that lost it, and never once it was stored.
        assertThat(asked.values()).allSatisfy(times -> assertThat(times.get()).isBetween(1, 1 + KILLS));
        assertThat(askedWhenStored).isNotEmpty();
        askedWhenStored.forEach((key, times) ->
                assertThat(asked.get("/" + key)).as("asks for key %d", key).hasValue(times));
        try (ResponseStore store = ResponseStores.open(location, StoreMode.REPLAY)) {
            for (int i = 0; i < KEYS; i++) {
                assertThat(store.find(Answers.key(i))).as("key %d", i).isPresent();
            }
        }
        int after = total.get();
        Process again = start(location);
        String said = new String(again.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(again.waitFor()).as(said).isZero();
        assertThat(said).contains("asked 0");
        assertThat(total).hasValue(after);
    }

    /** How often each stored answer had been asked for when it was first seen. */
    private void remember(String location, Map<Integer, Integer> askedWhenStored) {
        try (ResponseStore store = ResponseStores.open(location, StoreMode.REPLAY)) {
            for (int key = 0; key < KEYS; key++) {
                if (store.find(Answers.key(key)).isPresent()) {
                    askedWhenStored.putIfAbsent(key, asked.get("/" + key).get());
                }
            }
        } catch (StoreException e) {
            // Killed before there was one.
            assertThat(askedWhenStored).as(String.valueOf(e.getMessage())).isEmpty();
        }
    }

    private Process start(String location) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String url = "http://127.0.0.1:" + stub.port() + "/";
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(List.of(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        KilledRun.class.getName(),
                        location,
                        url,
                        Integer.toString(KEYS)))
                .redirectErrorStream(true)
                .start();
    }
}
