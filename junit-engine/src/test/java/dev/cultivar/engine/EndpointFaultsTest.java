package dev.cultivar.engine;

import static dev.cultivar.engine.LabRun.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.model.SilentPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole runs against an endpoint that misbehaves: the scores are those of a faultless run, or the run is red and says why. */
class EndpointFaultsTest extends AtLab {

    @CulturalSuite(languages = "da", responses = 4)
    @CoverageGate(min = 0.8)
    static class OneCell {
        @CulturalProbe("F120")
        void abortion() {}
    }

    /** What a run without a fault measures, and the requests that it takes. */
    private static JsonNode truth = MissingNode.getInstance();

    private static Set<String> requests = Set.of();

    private final MockWebServer server = new MockWebServer();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Requests that met the fault. */
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void runWithoutFaults(@TempDir Path folder) throws IOException {
        try (Lab faultless = new Lab()) {
            LabRun run = new LabRun(folder, faultless.settings(folder));
            assertThat(complaints(run.of(Suite.class))).isEmpty();
            truth = run.results();
            requests = Set.copyOf(faultless.asked.keySet());
        }
    }

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aFaultThatPassesChangesNoScoreAndOneThatDoesNotIsRed(EndpointFault fault) throws IOException {
        // Which requests meet the fault is settled here, and not by the order in which they come.
        int every = fault.mayPass ? fault.takesTime() ? 24 : 6 : 3;
        Set<String> answers = someOf(body -> !toJudge(body), every);
        Set<String> judgements = someOf(EndpointFaultsTest::toJudge, every);
        assertThat(answers).hasSize(24 / every);
        assertThat(judgements).isNotEmpty();
        misbehave(fault, body -> (answers.contains(body) || judgements.contains(body)) && met.add(body));
        // Short only where the fault is that no answer ends, as on a busy machine a good one takes its time.
        LabRun faulty = atMisbehaving("passing", "retries: 5, timeout: " + (fault.endless() ? "1s" : "60s"));
        List<String> red = complaints(faulty.of(Suite.class));

        assertThat(met).containsAll(answers);
        if (fault.mayPass) {
            assertThat(met).containsAll(judgements);
            assertThat(red).isEmpty();
            assertThat(faulty.results().path("cells")).hasSize(4).isEqualTo(truth.path("cells"));
            assertThat(faulty.results().path("results")).isNotEmpty().isEqualTo(truth.path("results"));
        } else {
            // Of 24 answers in two languages 8 are lost, so in one language at least 4 of 12, where the gate bears 2.
            assertThat(red).isNotEmpty().allSatisfy(gate -> assertThat(gate)
                    .contains("FAIL", "PROVIDER_ERROR (", fault.seen));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFaultThatStaysIsRedAndNamed(EndpointFault fault) throws IOException {
        misbehave(fault, body -> true);

        // Nothing good is to come, so nobody waits for it long.
        String timeout = fault.endless() ? "200ms" : "60s";
        List<String> red =
                complaints(atMisbehaving("staying", "retries: 1, timeout: " + timeout + ", options: {patience: 0.2s}")
                        .of(OneCell.class));

        assertThat(red)
                .satisfiesExactly(
                        cell -> assertThat(cell)
                                .contains("None of the 4 responses", "PROVIDER_ERROR 4", "Endpoint lab", fault.seen),
                        gate -> assertThat(gate).contains("FAIL", "4 PROVIDER_ERROR"));
    }

    @Test
    void whereNobodyIsThereTheRunIsRedAndSaysSo() throws IOException {
        server.close();

        LabRun gone = atMisbehaving("gone", "retries: 1");
        try (SilentPort port = SilentPort.of(server.getPort())) {
            String said = "broke off: Endpoint lab: cannot be reached at http://127.0.0.1:" + port.number() + "/";
            assertThat(complaints(gone.of(OneCell.class)))
                    .satisfiesExactly(
                            cell -> assertThat(cell).startsWith("Cell F120 x perfect x Danish " + said),
                            gate -> assertThat(gate)
                                    .startsWith("The run " + said)
                                    .contains("2 attempts in "));
        }
        assertThat(gone.results()
                        .path("run")
                        .path("suites")
                        .path(0)
                        .path("cause")
                        .asText())
                .isEqualTo("PROVIDER");
    }

    @Test
    void whereOnlyTheJudgeIsGoneTheRunSaysThatItIsTheJudge() throws IOException {
        server.close();
        Path own = Files.createDirectory(folder.resolve("judgeless"));
        String yaml = Files.readString(settings)
                .replace(
                        "endpoints:",
                        "endpoints:\n  away: {base-url: \"http://127.0.0.1:" + server.getPort()
                                + "/v1\", key-env: LAB_KEY, retries: 1}")
                .replace("judge: {endpoint: lab", "judge: {endpoint: away");
        LabRun judgeless = new LabRun(own, Files.writeString(own.resolve("cultivar.yaml"), yaml));

        try (SilentPort port = SilentPort.of(server.getPort())) {
            assertThat(complaints(judgeless.of(OneCell.class))).hasSize(2).allSatisfy(line -> assertThat(line)
                    .contains("broke off: The judge could not be asked. Endpoint away: cannot be reached at"
                            + " http://127.0.0.1:" + port.number() + "/"));
        }
        assertThat(judgeless
                        .results()
                        .path("run")
                        .path("suites")
                        .path(0)
                        .path("cause")
                        .asText())
                .isEqualTo("JUDGE");
    }

    @Test
    void anExpiredCertificateMakesTheRunRedAndNothingIsAsked() throws IOException {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        long day = Duration.ofDays(1).toMillis();
        long now = System.currentTimeMillis();
        HeldCertificate expired = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .validityInterval(now - 10 * day, now - day)
                .signedBy(authority)
                .build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(expired)
                .build()
                .sslSocketFactory());
        LabRun run =
                atMisbehaving("expired", "retries: 1, options: {ca: \"" + folder.resolve("expired/ca.pem") + "\"}");
        Files.writeString(folder.resolve("expired/ca.pem"), authority.certificatePem());
        Path yaml = folder.resolve("expired/cultivar.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("http://127", "https://127"));

        List<String> red = complaints(run.of(OneCell.class));

        assertThat(red)
                .satisfiesExactly(
                        cell -> assertThat(cell).contains("PROVIDER_ERROR 4", "its certificate is not trusted"),
                        gate -> assertThat(gate).contains("FAIL", "its certificate is not trusted"));
        assertThat(server.getRequestCount()).isZero();
    }

    private void misbehave(EndpointFault fault, Predicate<String> when) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                String body = request.getBody() == null ? "" : request.getBody().utf8();
                MockResponse.Builder good = forwarded(body);
                return when.test(body) ? fault.instead(good) : good.build();
            }
        });
    }

    private MockResponse.Builder forwarded(String body) throws InterruptedException {
        try {
            HttpResponse<String> reply = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + lab.port() + "/v1/chat/completions"))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new MockResponse.Builder()
                    .code(reply.statusCode())
                    .setHeader("Content-Type", "application/json")
                    .body(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One in so many of the requests that are meant, in the order of their text. */
    private static Set<String> someOf(Predicate<String> meant, int every) {
        List<String> sorted = requests.stream().filter(meant).sorted().toList();
        return IntStream.range(0, sorted.size())
                .filter(i -> i % every == 0)
                .mapToObj(sorted::get)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean toJudge(String body) {
        return body.contains("\"model\":\"judge\"");
    }

    /** The same run, with a store of its own. */
    private LabRun atMisbehaving(String name, String options) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        String yaml = Files.readString(settings)
                .replaceFirst("http://127\\.0\\.0\\.1:\\d+", "http://127.0.0.1:" + server.getPort())
                .replace("retries: 0", options);
        return new LabRun(own, Files.writeString(own.resolve("cultivar.yaml"), yaml));
    }
}
