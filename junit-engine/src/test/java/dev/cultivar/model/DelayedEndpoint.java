package dev.cultivar.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An endpoint in a process of its own that answers every chat after the same delay; no test. Argument: the delay in
 * milliseconds. Prints its address, and ends when its standard input does.
 */
final class DelayedEndpoint {

    private static final byte[] REPLY = ("{\"model\":\"stub\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\","
                    + "\"message\":{\"role\":\"assistant\",\"content\":\""
                    + IntStream.rangeClosed(1, 10)
                            .mapToObj(i -> i + ". I think that people should decide such things themselves.")
                            .collect(Collectors.joining("\\n"))
                    + "\"}}],\"usage\":{\"prompt_tokens\":60,\"completion_tokens\":120,\"total_tokens\":180}}")
            .getBytes(StandardCharsets.UTF_8);

    private DelayedEndpoint() {}

    public static void main(String[] args) throws IOException {
        // Otherwise the JDK's server waits 40 ms between the head of an answer and its body.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        long delay = Long.parseLong(args[0]);
        ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var unused = later.schedule(() -> answer(exchange), delay, TimeUnit.MILLISECONDS);
        });
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        while (System.in.read() >= 0) {
            // until whoever started it is gone
        }
        System.exit(0);
    }

    private static void answer(HttpExchange exchange) {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, REPLY.length);
            exchange.getResponseBody().write(REPLY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
