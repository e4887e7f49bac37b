package dev.cultivar.engine;

import static dev.cultivar.engine.LabRun.complaints;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    private final MockWebServer server = new MockWebServer();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> met = ConcurrentHashMap.newKeySet();

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
    void aFaultThatPassesChangesNoScoreAndOneThatDoesNotIsRed(Fault fault) throws IOException {
        LabRun faultless = run();
        assertThat(complaints(faultless.of(Suite.class))).isEmpty();
        JsonNode truth = faultless.results();

        AtomicInteger requests = new AtomicInteger();
        misbehave(fault, body -> requests.getAndIncrement() % 6 == 0 && met.add(body));
        LabRun faulty = atMisbehaving("passing");
        List<String> red = complaints(faulty.of(Suite.class));

        assertThat(met).hasSizeGreaterThanOrEqualTo(4);
        if (fault.mayPass) {
            assertThat(red).isEmpty();
            assertThat(faulty.results().path("cells")).hasSize(4).isEqualTo(truth.path("cells"));
            assertThat(faulty.results().path("results")).isNotEmpty().isEqualTo(truth.path("results"));
        } else {
            assertThat(red).isNotEmpty().allSatisfy(gate -> assertThat(gate)
                    .contains("FAIL", "PROVIDER_ERROR (", fault.seen));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFaultThatStaysIsRedAndNamed(Fault fault) throws IOException {
        misbehave(fault, body -> true);

        List<String> red = complaints(atMisbehaving("staying").of(OneCell.class));

        assertThat(red)
                .satisfiesExactly(
                        cell -> assertThat(cell)
                                .contains("None of the 4 responses", "PROVIDER_ERROR 4", "Endpoint lab", fault.seen),
                        gate -> assertThat(gate).contains("FAIL", "4 PROVIDER_ERROR"));
    }

    @Test
    void whereNobodyIsThereTheRunIsRedAndSaysSo() throws IOException {
        server.close();

        List<String> red = complaints(atMisbehaving("gone").of(OneCell.class));

        assertThat(red)
                .satisfiesExactly(
                        cell -> assertThat(cell).contains("PROVIDER_ERROR 4", "Endpoint lab: cannot be reached"),
                        gate -> assertThat(gate).contains("FAIL", "4 PROVIDER_ERROR (Endpoint lab: cannot be reached"));
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
        LabRun run = atMisbehaving("expired");
        Path pem = Files.writeString(folder.resolve("expired/ca.pem"), authority.certificatePem());
        Path yaml = folder.resolve("expired/cultivar.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml).replace("http://127", "https://127").replace("patience: 3s", "ca: " + pem));

        List<String> red = complaints(run.of(OneCell.class));

        assertThat(red)
                .satisfiesExactly(
                        cell -> assertThat(cell).contains("PROVIDER_ERROR 4", "its certificate is not trusted"),
                        gate -> assertThat(gate).contains("FAIL", "its certificate is not trusted"));
        assertThat(server.getRequestCount()).isZero();
    }

    private void misbehave(Fault fault, Predicate<String> when) {
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

    /** The same run, with a store of its own, where each request may be repeated twice. */
    private LabRun atMisbehaving(String name) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        String yaml = Files.readString(settings)
                .replaceFirst("http://127\\.0\\.0\\.1:\\d+", "http://127.0.0.1:" + server.getPort())
                .replace("retries: 0", "retries: 2, timeout: 2s, options: {patience: 3s}");
        return new LabRun(own, Files.writeString(own.resolve("cultivar.yaml"), yaml));
    }
}
