package dev.cultivar.engine;

import com.sun.net.httpserver.HttpExchange;
import dev.cultivar.io.LoopbackServer;
import dev.cultivar.model.SilentPort;
import dev.cultivar.planted.PlantedServer;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** A paid endpoint that a run takes for real: known models behind an address that counts what it is asked. */
public final class Lab implements AutoCloseable {

    /** How often each request was answered, by its body. */
    final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    public final AtomicInteger calls = new AtomicInteger();
    /** Milliseconds that an answer takes. */
    volatile int pause;
    /** What becomes of an answer on its way. */
    volatile UnaryOperator<String> tamper = answer -> answer;
    /** What is answered to a request instead of the model's own answer. */
    volatile BinaryOperator<String> instead = (request, answer) -> answer;

    /** With which status a request is answered, where the known models answer it. */
    volatile ToIntFunction<String> status = request -> 200;

    /** Its port, once it has vanished. */
    private Optional<SilentPort> silence = Optional.empty();

    private final PlantedServer models;
    private final LoopbackServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Lab() throws IOException {
        models = PlantedServer.start(
                PopulationTable.builtIn(),
                List.of(
                        PromptBooks.builtIn("da").orElseThrow(),
                        PromptBooks.builtIn("en").orElseThrow()));
        server = new LoopbackServer(this::serve);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.computeIfAbsent(body, key -> new AtomicInteger()).incrementAndGet();
            calls.incrementAndGet();
            HttpResponse<String> answer = ask(body);
            Thread.sleep(pause);
            byte[] reply = tamper.apply(instead.apply(body, answer.body())).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            int known = answer.statusCode();
            exchange.sendResponseHeaders(known == 200 ? status.applyAsInt(body) : known, reply.length);
            exchange.getResponseBody().write(reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the known models answer to a request. */
    HttpResponse<String> ask(String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(models.baseUrl() + "/chat/completions"))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Settings with models {@code perfect} and {@code uniform} and the judge at this endpoint, written to a file. */
    Path settings(Path folder) {
        String yaml = """
            endpoints:
              lab: {base-url: "http://127.0.0.1:%d/v1", key-env: LAB_KEY, retries: 0, concurrency: 4}
            models:
              perfect: {endpoint: lab, model: perfect-local, max-tokens: 800, price: {input: 1.0, output: 2.0}}
              uniform: {endpoint: lab, model: uniform, max-tokens: 800, price: {input: 1.0, output: 2.0}}
            judge: {endpoint: lab, model: judge, max-tokens: 200, reliability: 1.0, price: {input: 0.5, output: 1.0}}
            """.formatted(port());
        try {
            return Files.writeString(folder.resolve("cultivar.yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody listens any more; what is under way is broken off. */
    synchronized void vanish() {
        if (silence.isEmpty()) {
            server.stop();
            silence = Optional.of(SilentPort.of(port()));
        }
    }

    public int port() {
        return server.port();
    }

    /** Waits until everything has been dealt with that a process had sent before it ended. */
    void settle() throws IOException, InterruptedException {
        server.settle();
    }

    @Override
    public synchronized void close() {
        server.close();
        silence.ifPresent(SilentPort::close);
        models.close();
    }
}
