package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.cultivar.engine.sound.SoundSuites;
import dev.cultivar.model.limits.Backoff;
import dev.cultivar.service.LivePipeline;
import dev.cultivar.settings.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** The stop button, while an endpoint that never answers is being asked over real HTTP. */
class StopTest {

    private final MockWebServer server = new MockWebServer();
    private final CountDownLatch asked = new CountDownLatch(2);
    private final CountDownLatch released = new CountDownLatch(1);

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                asked.countDown();
                released.await();
                return new MockResponse.Builder().code(500).build();
            }
        });
        server.start();
        Path config = Files.writeString(folder.resolve("cultivar.yaml"), """
            endpoints:
              lab:
                provider: openai
                base-url: %s
                key-env: LAB_KEY
                concurrency: 2
                timeout: 10m
            models:
              silent:
                endpoint: lab
                model: silent
                family: some
            judge:
              endpoint: lab
              model: silent-judge
            """.formatted(server.url("/v1")));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        desk = new Desk(new CultivarTestEngine(
                        new LivePipeline(name -> "sk-test-0123456789", nowhere, Backoff.DEFAULT)))
                .with(Settings.CONFIG.name(), config.toString())
                .with(Settings.MODELS.name(), "silent")
                .with(Settings.STORE.name(), Settings.MEMORY)
                .with(Settings.OUTPUT.name(), folder.resolve("out").toString());
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.close();
    }

    @Test
    void anInterruptStopsCallsInFlightAndWhatIsWrittenSaysSo() throws InterruptedException, IOException {
        Thread run = new Thread(() -> desk.run(selectClass(SoundSuites.OneGate.class)));
        run.start();
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

        run.interrupt();

        ended(run);
    }

    @Test
    void thePlatformsTokenStopsCallsInFlightAndWhatIsWrittenSaysSo() throws Exception {
        Object token = token();
        Thread run = new Thread(() -> execute(token, new TestExecutionListener() {}));
        run.start();
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

        cancel(token);

        ended(run);
    }

    /** The platform itself skips leaves that have not begun, and runners show those as neither green nor red. */
    @Test
    void aTokenCancelledBeforeTheFirstLeafBeginsFailsTheSuite() throws Exception {
        Object token = token();
        Thread run = new Thread(() -> execute(token, atStartOf(Segments.TOPIC, () -> {
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
            cancel(token);
        })));
        run.start();

        ended(run);
        assertThat(desk.failed).isEmpty();
    }

    @Test
    void aTokenCancelledBeforeTheSuiteAsksFailsIt() throws Exception {
        Object token = token();

        execute(token, atStartOf(Segments.SUITE, () -> cancel(token)));

        assertThat(desk.passed).isEmpty();
        assertThat(desk.failures).containsExactly("Nothing was asked: the run was cancelled.");
        assertThat(server.getRequestCount()).isZero();
    }

    /** Long before the ten minutes of a call's deadline; the server was not asked for the cells that were still to come. */
    private void ended(Thread run) throws InterruptedException, IOException {
        run.join(60_000);
        assertThat(run.isAlive()).isFalse();
        assertThat(desk.passed).isEmpty();
        assertThat(desk.failures).isNotEmpty().allMatch(message -> message.contains("cancelled"));
        assertThat(server.getRequestCount()).isEqualTo(2);
        JsonNode results = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("out/results.json")));
        assertThat(results.at("/run/complete")).isEqualTo(BooleanNode.FALSE);
        assertThat(results.at("/run/suites/0/interrupted")).isEqualTo(BooleanNode.TRUE);
        assertThat(results.path("results")).isEmpty();
        assertThat(results.path("gates")).isEmpty();
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }

    /** Tests compile against a platform that has no token yet. */
    private static Object token() throws ReflectiveOperationException {
        try {
            return type("org.junit.platform.engine.CancellationToken")
                    .getMethod("create")
                    .invoke(null);
        } catch (ClassNotFoundException e) {
            assumeTrue(false, "this platform has no cancellation token; the profile junit-6.1 has");
            throw e;
        }
    }

    private static void cancel(Object token) throws ReflectiveOperationException {
        type("org.junit.platform.engine.CancellationToken").getMethod("cancel").invoke(token);
    }

    private void execute(Object token, TestExecutionListener listener) {
        try {
            Launcher.class
                    .getMethod("execute", type("org.junit.platform.launcher.LauncherExecutionRequest"))
                    .invoke(desk.launcher, request(token, listener));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object request(Object token, TestExecutionListener listener) throws ReflectiveOperationException {
        LauncherDiscoveryRequest discovery = desk.request(List.of(selectClass(SoundSuites.OneGate.class)));
        Class<?> builder = type("org.junit.platform.launcher.core.LauncherExecutionRequestBuilder");
        Object begun =
                builder.getMethod("request", LauncherDiscoveryRequest.class).invoke(null, discovery);
        begun = builder.getMethod("cancellationToken", type("org.junit.platform.engine.CancellationToken"))
                .invoke(begun, token);
        begun = builder.getMethod("listeners", TestExecutionListener[].class)
                .invoke(begun, (Object) new TestExecutionListener[] {listener, desk});
        return builder.getMethod("build").invoke(begun);
    }

    private static TestExecutionListener atStartOf(String segment, Executable action) {
        return new TestExecutionListener() {
            @Override
            public void executionStarted(TestIdentifier node) {
                if (node.getUniqueIdObject().getLastSegment().getType().equals(segment)) {
                    assertDoesNotThrow(action);
                }
            }
        };
    }
}
