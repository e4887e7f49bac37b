package dev.cultivar.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** LiteLLM's proxy as a process of its own, ended with {@link #close}. */
final class LiteLlmProxy implements AutoCloseable {

    private final Process process;
    private final int port;

    private LiteLlmProxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it, and returns once it listens.
     *
     * @param command its path
     * @param config models and keys
     * @param stub address of the model behind it
     */
    static LiteLlmProxy start(String command, Path config, String stub) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                        List.of(command, "--config", config.toString(), "--host", "127.0.0.1", "--port", "" + port))
                .redirectErrorStream(true);
        builder.environment().put("STUB_BASE", stub);
        // It would look its prices up, and wait where there is no network.
        builder.environment().put("LITELLM_LOCAL_MODEL_COST_MAP", "True");
        Process process = builder.start();
        BufferedReader says =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Uvicorn running")) {
                Thread reader = new Thread(() -> drain(says), "litellm-output");
                reader.setDaemon(true);
                reader.start();
                return new LiteLlmProxy(process, port);
            }
        }
        throw new IOException("LiteLLM did not start:\n" + said);
    }

    /** A pipe that nobody reads would stop it. */
    private static void drain(BufferedReader says) {
        try {
            while (says.readLine() != null) {}
        } catch (IOException e) {
            // It was ended.
            return;
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
