package dev.cultivar.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is killed with SIGKILL at random moments, and goes on each time. */
class KillTest {

    private static final int KEYS = 600;
    private static final int KILLS = Integer.getInteger("cultivar.build.kills", 6);

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();
    private final ExecutorService pool = Executors.newFixedThreadPool(8);
    private HttpServer stub;

    @BeforeEach
    void startStub() throws IOException {
        stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.setExecutor(pool);
        stub.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            // The answer differs each time, so that an answer which was lost after it counted would show.
            int time = asked.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
            total.incrementAndGet();
            byte[] body = (path + " asked " + time).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        stub.start();
    }

    @AfterEach
    void stopStub() {
        stub.stop(0);
        pool.shutdownNow();
    }

    @Test
    void whatWasAnsweredIsNeverAskedAgain(@TempDir Path folder) throws Exception {
        String location = folder.resolve("responses.db").toString();
        Random random = new Random(7);
        int kills = 0;
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
        }
        Process last = start(location);
        String output = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(last.waitFor()).as(output).isZero();

        assertThat(kills).isPositive();
        assertThat(asked).hasSize(KEYS);
        assertThat(total.get()).as("asks").isBetween(KEYS, KEYS + kills * KilledRun.IN_FLIGHT);
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

    private Process start(String location) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String url = "http://127.0.0.1:" + stub.getAddress().getPort() + "/";
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
