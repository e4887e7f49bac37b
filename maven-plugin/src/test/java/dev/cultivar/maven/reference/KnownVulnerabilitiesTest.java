package dev.cultivar.maven.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a stand-in for the database; its answers have the shape that OSV documents for {@code POST /v1/querybatch}. */
class KnownVulnerabilitiesTest {

    private static final List<Dependency> TWO =
            List.of(new Dependency("org.example", "sound", "1.0"), new Dependency("org.example", "broken", "2.1"));
    private static final String NONE = "{}";
    private static final String ONE = "{\"vulns\":[{\"id\":\"GHSA-1\",\"modified\":\"2026-01-01T00:00:00Z\"}]}";

    private HttpServer server;
    private URI database;
    private volatile int status = 200;
    private volatile String answer = "";
    private volatile String asked = "";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        database = URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/querybatch");
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answers(String... results) {
        answer = "{\"results\":[" + String.join(",", results) + "]}";
    }

    @Test
    void aVulnerableDependencyIsNamedWithItsAdvisory() throws Exception {
        answers(NONE, ONE, ONE);
        assertThat(KnownVulnerabilities.in(database, TWO)).containsExactly("org.example:broken 2.1: GHSA-1");
        assertThat(asked)
                .contains("pkg:maven/org.example/sound@1.0", "pkg:maven/org.example/broken@2.1", "log4j-core@2.14.1");
    }

    @Test
    void onlyAWholeAnswerThatKnowsTheVulnerableControlIsGreen() throws Exception {
        answers(NONE, NONE, ONE);
        assertThat(KnownVulnerabilities.in(database, TWO)).isEmpty();
        answers(NONE, NONE, NONE);
        assertThatThrownBy(() -> KnownVulnerabilities.in(database, TWO)).hasMessageContaining("proves nothing");
        answers(NONE, NONE);
        assertThatThrownBy(() -> KnownVulnerabilities.in(database, TWO)).hasMessage("asked about 3, got 2 answers");
        answer = "<html>sign in</html>";
        assertThatThrownBy(() -> KnownVulnerabilities.in(database, TWO)).isInstanceOf(IOException.class);
        status = 503;
        assertThatThrownBy(() -> KnownVulnerabilities.in(database, TWO)).hasMessage("localhost answered 503");
        assertThatThrownBy(() -> KnownVulnerabilities.in(database, List.of())).hasMessageContaining("lists none");
    }

    @Test
    void withoutTheNetworkNothingIsChecked(@TempDir Path folder) throws Exception {
        Path descriptor = Files.writeString(
                folder.resolve("plugin.xml"),
                "<dependency><groupId>g</groupId><artifactId>a</artifactId><type>jar</type><version>1</version></dependency>");
        answers(NONE, ONE);
        assertThat(KnownVulnerabilities.run(database, descriptor)).isZero();
        server.stop(0);
        assertThat(KnownVulnerabilities.run(database, descriptor)).isEqualTo(2);
    }
}
