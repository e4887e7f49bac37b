package dev.cultivar.io;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server for tests that end the processes that ask it. */
public final class LoopbackServer implements AutoCloseable {

    private static final int WORKERS = 8;
    private static final String LOOK = "/look-around";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);

    public LoopbackServer(HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.createContext("/", handler);
        server.createContext(LOOK, exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.setExecutor(workers);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Waits until everything has been dealt with that a process had sent before it ended. */
    public void settle() throws IOException, InterruptedException {
        // Whoever still answers may then find another request on its connection.
        free();
        // One thread takes what has come, round after round: what came before the first look is taken before the
        // second.
        look();
        look();
        free();
    }

    /** Waits until every worker is free, and so all that was taken before is done. */
    private void free() throws InterruptedException {
        CountDownLatch together = new CountDownLatch(WORKERS);
        for (int i = 0; i < WORKERS; i++) {
            workers.execute(() -> {
                together.countDown();
                try {
                    together.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        together.await();
    }

    private void look() throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port() + LOOK).toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        if (connection.getResponseCode() != 204) {
            throw new IOException("status " + connection.getResponseCode());
        }
    }

    /** Nobody listens any more; what is under way is broken off. */
    public void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
        workers.shutdownNow();
    }
}
