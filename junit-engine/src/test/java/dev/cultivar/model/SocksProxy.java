package dev.cultivar.model;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** SOCKS 5 (RFC 1928) without a password; whatever host it is asked for, it connects to one port of this machine. */
final class SocksProxy implements AutoCloseable {

    private static final int VERSION = 5;
    private static final int BY_NAME = 3;

    /** Hosts and ports that were asked for. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final ServerSocket server;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    SocksProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket endpoint = new Socket(InetAddress.getLoopbackAddress(), target)) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            require(in.readUnsignedByte() == VERSION);
            in.readFully(new byte[in.readUnsignedByte()]);
            client.getOutputStream().write(new byte[] {VERSION, 0});
            byte[] request = in.readNBytes(4);
            require(request[1] == 1 && request[3] == BY_NAME);
            byte[] host = in.readNBytes(in.readUnsignedByte());
            asked.add(new String(host, StandardCharsets.US_ASCII) + ":" + in.readUnsignedShort());
            client.getOutputStream().write(new byte[] {VERSION, 0, 0, 1, 127, 0, 0, 1, 0, 0});
            threads.execute(() -> copy(client, endpoint));
            copy(endpoint, client);
        } catch (IOException e) {
            // The client went away.
            return;
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side is done.
            return;
        }
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new UncheckedIOException(new IOException("not what a client of SOCKS 5 sends"));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
