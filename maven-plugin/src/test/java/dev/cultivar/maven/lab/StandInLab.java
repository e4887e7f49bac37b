package dev.cultivar.maven.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A lab for builds that would need real ones: chats and batches as OpenAI and Anthropic serve them, and a door for vLLM's
 * {@code run-batch}, all on one port of the loopback interface. Whoever brings no key is sent away.
 */
public final class StandInLab implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** What callers send as their key. */
    public static final String KEY = "sk-stand-in-0123456789";

    /** Chats that were asked one by one, not in a batch. */
    public final AtomicInteger chats = new AtomicInteger();

    /** Milliseconds that an answer to a single chat takes. */
    public volatile int pause;

    private final LabModels models;
    private final OpenAiDesk openAi;
    private final AnthropicDesk anthropic;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(8, task -> {
        Thread thread = new Thread(task, "stand-in-lab");
        thread.setDaemon(true);
        return thread;
    });

    /** How an OpenAI batch ends. */
    public enum Fate {
        /** Every request is answered. */
        WELL,
        /** The last fifth of its requests is not reached in time. */
        EXPIRES,
        /** It is refused as a whole. */
        FAILS,
        /** Its last request ends in an error of the server. */
        LOSES_ONE
    }

    private StandInLab(HttpServer server, List<Fate> fates) {
        this.server = server;
        this.models = new LabModels();
        this.openAi = new OpenAiDesk(models, fates);
        this.anthropic = new AnthropicDesk(models);
    }

    /**
     * Opens a lab.
     *
     * @param fates of the OpenAI batches in the order of their creation; those after the last are well
     */
    public static StandInLab open(Fate... fates) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
            StandInLab lab = new StandInLab(server, List.of(fates));
            server.createContext("/", lab::serve);
            server.setExecutor(lab.workers);
            server.start();
            return lab;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Reply reply;
            try {
                reply = reply(exchange, new String(body, StandardCharsets.UTF_8));
            } catch (IOException | RuntimeException e) {
                reply = Reply.error(500, e.toString());
            }
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply reply(HttpExchange exchange, String body) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/run-batch")) {
            return new Reply(200, models.answerLines(body));
        }
        // The graphics box has neither keys nor batches.
        boolean box = path.startsWith("/box/");
        if (!box && !authorised(exchange)) {
            return Reply.error(401, "this key is not known");
        }
        boolean post = exchange.getRequestMethod().equals("POST");
        if (path.endsWith("/v1/chat/completions")) {
            chats.incrementAndGet();
            Thread.sleep(pause);
            return Reply.ok(models.chat(JSON.readTree(body)));
        } else if (path.equals("/v1/messages")) {
            chats.incrementAndGet();
            Thread.sleep(pause);
            return Reply.ok(anthropic.message(JSON.readTree(body)));
        } else if (path.startsWith("/v1/messages/batches")) {
            return anthropic.serve(path.substring("/v1/messages/batches".length()), post, body);
        } else if (path.startsWith("/v1/files") || path.startsWith("/v1/batches")) {
            return openAi.serve(path.substring("/v1".length()), post, body);
        }
        return Reply.error(404, "nothing is at " + path);
    }

    private static boolean authorised(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("x-api-key"))
                .or(() -> Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")))
                .filter(sent -> sent.replace("Bearer ", "").equals(KEY))
                .isPresent();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
        models.close();
    }

    /** What is sent back. */
    record Reply(int status, String body) {

        static Reply ok(JsonNode body) {
            return new Reply(200, body.toString());
        }

        static Reply error(int status, String message) {
            ObjectNode error = JSON.createObjectNode();
            error.putObject("error").put("message", message).put("type", "stand_in_error");
            return new Reply(status, error.toString());
        }
    }
}
