package dev.cultivar.maven.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An endpoint that does not know the model, as where its name or the URL has a slip. */
class MissingModelTest {

    @TempDir
    Path output;

    private HttpServer server;

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = "{\"error\": {\"message\": \"no model of this name\"}}".getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(404, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @CulturalSuite(
            models = "lab-7b",
            languages = {"da", "nl"},
            responses = 60)
    @CoverageGate(min = 0.8)
    static class Gate {
        @CulturalProbe({"F118", "F120", "F121"})
        void topics() {}
    }

    @Test
    void isOneErrorThatBeginsWithItsNameAndSaysWhatToDo() throws Exception {
        Path settings = Files.writeString(output.resolve("cultivar.yaml"), """
                endpoints:
                  lab: {base-url: "http://127.0.0.1:%d/v1", concurrency: 4}
                models:
                  lab-7b: {endpoint: lab}
                judge: {endpoint: lab, model: judge}
                """.formatted(
                        server.getAddress().getPort()));

        Map<String, Object> result = new PlatformBridge()
                .apply(Map.of(
                        BridgeKeys.GOAL,
                        "run",
                        BridgeKeys.ROOTS,
                        List.of(),
                        BridgeKeys.SUITES,
                        List.of(Gate.class.getName()),
                        BridgeKeys.PARAMETERS,
                        Map.of(
                                "cultivar.config",
                                settings.toString(),
                                "cultivar.output",
                                output.toString(),
                                "cultivar.store",
                                "memory",
                                "cultivar.allure.results",
                                "none")));

        assertThat(result).containsEntry(BridgeKeys.ERRORS, List.of());
        assertThat(result.get(BridgeKeys.UNANSWERED))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, List.class))
                .containsOnlyKeys("lab-7b")
                .extractingByKey("lab-7b", InstanceOfAssertFactories.list(String.class))
                .singleElement()
                .asString()
                .startsWith("lab-7b: no response was scored: PROVIDER_ERROR (Endpoint lab: answers HTTP 404")
                .contains(
                        "no model of this name; check its base-url and the model's name in cultivar.yaml",
                        "20 requests in a row got this answer, and no more are sent")
                .endsWith(" (6 cells and gates)");
    }
}
