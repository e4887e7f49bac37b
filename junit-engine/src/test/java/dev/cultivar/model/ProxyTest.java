package dev.cultivar.model;

import static dev.cultivar.model.Replies.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cultivar.provider.ProviderException;
import dev.cultivar.provider.ProviderException.Kind;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Credentials;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of these tests is the proxy: it answers for hosts that do not exist. */
class ProxyTest extends AgainstEndpoint {

    private static final String LOGIN = "cultivar:pässword-5309";
    private static final String HEADER = "Proxy-Authorization";

    private EndpointSettings through(String proxy, String baseUrl, Map<String, String> more) {
        Map<String, String> options = new java.util.HashMap<>(more);
        options.put("proxy", proxy);
        return Endpoints.with(Endpoints.endpoint("openai", baseUrl), options);
    }

    private String proxy() {
        return "http://" + server.getHostName() + ":" + server.getPort();
    }

    private static ModelConnections open(EndpointSettings endpoint, String login) {
        return Endpoints.open(
                endpoint,
                name -> name.equals("PROXY_LOGIN")
                        ? login
                        : Endpoints.environment().get(name));
    }

    private static MockResponse challenge() {
        return new MockResponse.Builder()
                .code(407)
                .setHeader("Proxy-Authenticate", "Basic realm=\"house\"")
                .body("<html>who are you, " + Credentials.basic("cultivar", "pässword-5309") + "</html>")
                .build();
    }

    @Test
    void requestsGoThroughTheProxyThatIsNamed() throws Exception {
        server.enqueue(good());
        assertThat(answer(through(proxy(), "http://models.invalid/v1", Map.of()))
                        .text())
                .isEqualTo("fine");
        assertThat(server.takeRequest().getRequestLine()).startsWith("POST http://models.invalid/v1/chat/completions");
    }

    @Test
    void aChallengeIsMetWithTheCredentialsOfTheEnvironment() throws Exception {
        server.enqueue(challenge());
        server.enqueue(good());
        EndpointSettings endpoint =
                through(proxy(), "http://models.invalid/v1", Map.of("proxy-credentials-env", "PROXY_LOGIN"));
        try (ModelConnections connections = open(endpoint, LOGIN + "\n")) {
            assertThat(Endpoints.ask(connections).text()).isEqualTo("fine");
        }
        assertThat(server.takeRequest().getHeaders().get(HEADER)).isNull();
        assertThat(server.takeRequest().getHeaders().get(HEADER))
                .isEqualTo(Credentials.basic("cultivar", "pässword-5309"));
    }

    @Test
    void credentialsThatAreRefusedAreSentOnceAndShownNever() throws Exception {
        enqueue(4, challenge());
        EndpointSettings endpoint =
                through(proxy(), "http://models.invalid/v1", Map.of("proxy-credentials-env", "PROXY_LOGIN"));
        try (ModelConnections connections = open(endpoint, LOGIN)) {
            ProviderException failure = catchThrowableOfType(ProviderException.class, () -> Endpoints.ask(connections));
            assertThat(failure.kind()).isEqualTo(Kind.KEY);
            assertThat(failure)
                    .hasMessage("Endpoint lab: the proxy refuses the user:password in PROXY_LOGIN (HTTP 407).");
        }
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aProxyThatWantsCredentialsAndHasNoneIsNoFaultOfTheEndpointsKey() {
        server.enqueue(challenge());
        ProviderException failure = failure(through(proxy(), "http://models.invalid/v1", Map.of()));
        assertThat(failure.kind()).isEqualTo(Kind.KEY);
        assertThat(failure).hasMessageContaining("proxy-credentials-env").hasMessageNotContaining("LAB_KEY");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aVariableWithoutColonIsRefusedBeforeAnythingIsSent() {
        EndpointSettings endpoint =
                through(proxy(), "http://models.invalid/v1", Map.of("proxy-credentials-env", "PROXY_LOGIN"));
        try (ModelConnections connections = open(endpoint, "only-a-password")) {
            assertThatThrownBy(() -> Endpoints.ask(connections))
                    .hasMessageContaining("PROXY_LOGIN, which has no colon")
                    .hasMessageNotContaining("only-a-password");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void throughATunnelTheProxySeesNeitherTheKeyNorTheAnswer(@TempDir Path folder) throws Exception {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate held = new HeldCertificate.Builder()
                .addSubjectAlternativeName("models.invalid")
                .signedBy(authority)
                .build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .build()
                .sslSocketFactory());
        server.enqueue(new MockResponse.Builder().inTunnel().build());
        server.enqueue(good());
        Path pem = Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());
        EndpointSettings endpoint = through(
                proxy(),
                "https://models.invalid/v1",
                Map.of("proxy-credentials-env", "PROXY_LOGIN", "ca", pem.toString()));
        try (ModelConnections connections = open(endpoint, LOGIN)) {
            assertThat(Endpoints.ask(connections).text()).isEqualTo("fine");
        }
        RecordedRequest connect = server.takeRequest();
        assertThat(connect.getRequestLine()).startsWith("CONNECT models.invalid:443");
        assertThat(connect.getHeaders().get(HEADER)).isEqualTo(Credentials.basic("cultivar", "pässword-5309"));
        assertThat(connect.getHeaders().get("Authorization")).isNull();
        RecordedRequest inside = server.takeRequest();
        assertThat(inside.getHeaders().get("Authorization")).isEqualTo("Bearer " + Endpoints.KEY);
        assertThat(inside.getHeaders().get(HEADER)).isNull();
    }

    @Test
    void aTunnelThatIsRefusedSaysSoOnce() {
        enqueue(8, challenge());
        EndpointSettings endpoint =
                through(proxy(), "https://models.invalid/v1", Map.of("proxy-credentials-env", "PROXY_LOGIN"));
        try (ModelConnections connections = open(endpoint, LOGIN)) {
            assertThatThrownBy(() -> Endpoints.ask(connections))
                    .hasMessage("Endpoint lab: the proxy refuses the user:password in PROXY_LOGIN (HTTP 407).");
        }
        assertThat(server.getRequestCount()).isLessThanOrEqualTo(2);
    }

    @Test
    void aSocksProxyIsToldTheNameOfTheHostAndLooksItUpItself() throws Exception {
        try (SocksProxy socks = new SocksProxy(server.getPort())) {
            for (String scheme : new String[] {"socks", "socks5"}) {
                server.enqueue(good());
                EndpointSettings endpoint =
                        through(scheme + "://127.0.0.1:" + socks.port(), "http://models.invalid/v1", Map.of());
                assertThat(answer(endpoint).text()).isEqualTo("fine");
            }
            assertThat(socks.asked).containsExactly("models.invalid:80", "models.invalid:80");
        }
        assertThat(server.takeRequest().getRequestLine()).startsWith("POST /v1/chat/completions");
    }

    @Test
    void aProxyOfAKindThatIsNotSpokenIsRefusedAtOnce() {
        for (String proxy : new String[] {"https://house:3128", "ftp://house:21", "house:3128", "http://house"}) {
            EndpointSettings endpoint = through(proxy, "http://models.invalid/v1", Map.of());
            assertThatThrownBy(() -> Endpoints.open(endpoint))
                    .as(proxy)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("socks://host:1080");
        }
        EndpointSettings withPassword = through(
                "socks5://house:1080", "http://models.invalid/v1", Map.of("proxy-credentials-env", "PROXY_LOGIN"));
        assertThatThrownBy(() -> Endpoints.open(withPassword)).hasMessageContaining("SOCKS proxy");
    }
}
