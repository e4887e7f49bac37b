package dev.cultivar.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port of this machine at which nobody listens, and which the servers of tests in other processes are not given meanwhile. */
public final class SilentPort implements AutoCloseable {

    /** Has the port and does not listen, so that a connection to it is refused. */
    private final Socket holder = new Socket();

    private SilentPort(int number) {
        try {
            // Connections of the server that had the port may still be ending.
            holder.setReuseAddress(true);
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SilentPort any() {
        return new SilentPort(0);
    }

    /** The port of a server that has just been closed. */
    public static SilentPort of(int number) {
        return new SilentPort(number);
    }

    public int number() {
        return holder.getLocalPort();
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
