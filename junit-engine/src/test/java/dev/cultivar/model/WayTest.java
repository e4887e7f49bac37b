package dev.cultivar.model;

import static dev.cultivar.model.Replies.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.ModelResponse;
import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.provider.Sampling;
import dev.cultivar.settings.EndpointSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to an endpoint: whom it trusts, and where a key never goes. */
class WayTest extends AgainstEndpoint {

    @Test
    void aRedirectIsNotFollowedSoThatTheKeyStaysHome() throws Exception {
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start();
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                server.enqueue(new MockResponse.Builder()
                        .code(status)
                        .setHeader("location", elsewhere.url("/steal"))
                        .build());
                ProviderException failure = failure(endpoint());
                assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
                assertThat(failure).hasMessageContaining("redirect").hasMessageContaining("base-url");
            }
            assertThat(elsewhere.getRequestCount()).isZero();
        }
    }

    private static HeldCertificate.Builder certificate() {
        return new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1");
    }

    private static HeldCertificate authority() {
        return new HeldCertificate.Builder().certificateAuthority(0).build();
    }

    private void serve(HeldCertificate held) {
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .build()
                .sslSocketFactory());
    }

    private EndpointSettings trusting(HeldCertificate authority, Path folder) throws Exception {
        Path pem = Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());
        return Endpoints.with(endpoint(), Map.of("ca", pem.toString()));
    }

    @Test
    void anExpiredCertificateIsNotTrustedAndSaysSo(@TempDir Path folder) throws Exception {
        HeldCertificate authority = authority();
        long day = Duration.ofDays(1).toMillis();
        long now = System.currentTimeMillis();
        serve(certificate()
                .validityInterval(now - 10 * day, now - day)
                .signedBy(authority)
                .build());
        ProviderException failure = failure(trusting(authority, folder));
        assertThat(failure.kind()).isEqualTo(Kind.CONNECTION);
        assertThat(failure).hasMessageContaining("certificate is not trusted");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void anAuthorityOfTheUsersOwnIsTrustedOnlyWhereNamed(@TempDir Path folder) throws Exception {
        HeldCertificate authority = authority();
        serve(certificate().signedBy(authority).build());
        assertThat(failure(endpoint())).hasMessageContaining("option 'ca'");
        server.enqueue(good());
        assertThat(answer(trusting(authority, folder)).text()).isEqualTo("fine");
    }

    @Test
    void http2IsSpokenWhereTheEndpointOffersItUnlessItIsTurnedOff(@TempDir Path folder) throws Exception {
        HeldCertificate authority = authority();
        serve(certificate().signedBy(authority).build());
        EndpointSettings offering = trusting(authority, folder);
        server.enqueue(good());
        assertThat(answer(offering).text()).isEqualTo("fine");
        assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/2");

        Map<String, String> off = new HashMap<>(offering.options());
        off.put("http2", "false");
        server.enqueue(good());
        assertThat(answer(Endpoints.with(offering, off)).text()).isEqualTo("fine");
        assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/1.1");
    }

    @Test
    void manyRequestsShareOneConnectionOfHttp2(@TempDir Path folder) throws Exception {
        HeldCertificate authority = authority();
        serve(certificate().signedBy(authority).build());
        enqueue(12, good());
        try (ModelConnections connections = Endpoints.open(trusting(authority, folder))) {
            // The first one brings the connection about; those that start beside it might open others.
            Endpoints.ask(connections);
            ChatModel model = connections.model(Endpoints.model("m"));
            List<CompletableFuture<ModelResponse>> asked = IntStream.range(1, 12)
                    .mapToObj(i -> model.complete(ChatRequest.of("What?", Sampling.DEFAULT)))
                    .toList();
            asked.forEach(Endpoints::await);
        }
        for (int i = 0; i < 12; i++) {
            assertThat(server.takeRequest().getConnectionIndex()).isZero();
        }
    }

    @Test
    void anAnswerThatTakesLongerThanTheTimeoutIsGivenUp() {
        server.enqueue(Replies.slow(30));
        ProviderException failure = failure(Endpoints.with(endpoint(), 1, Duration.ofMillis(300), 0));
        assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(failure).hasMessageContaining("no complete answer within 0.3 s");
    }
}
