package dev.cultivar.throughput;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * A model and its judge behind chat completions, on loopback: answers after a delay, each answer with a number of its own, and knows
 * which answers left whole. A thread a connection.
 */
final class StubEndpoint implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final int PIECES = 5;
    private static final int PIECE_MILLIS = 150;
    private static final int STALL_SECONDS = 120;

    private static final List<String> SAID = List.of(
            "I would leave this to each family, and nobody else should decide it for them",
            "We were taught at home that this is wrong, and I still believe it",
            "It depends on the case, so I cannot say yes or no",
            "My friends and I think it is fine as long as nobody is hurt",
            "The law should protect people who choose this",
            "I have seen what it does to a village, and I am against it",
            "It is not something that I worry about, but I would not stop anyone",
            "Old people like me see it in another light than our children do",
            "A good society can live with it, and ours should learn to",
            "I would rather that things stayed as they were when I was young");

    private final ServerSocket server;
    private final long delay;
    private final LongFunction<StubFault> faults;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Long> answered = ConcurrentHashMap.newKeySet();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final AtomicInteger[] met =
            Arrays.stream(StubFault.values()).map(fault -> new AtomicInteger()).toArray(AtomicInteger[]::new);
    private volatile long first;
    private volatile long last;

    /**
     * @param delay from a request to its answer, in milliseconds
     * @param faults what becomes of a request, by its number
     */
    StubEndpoint(long delay, LongFunction<StubFault> faults) throws IOException {
        this.delay = delay;
        this.faults = faults;
        this.server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        daemon(this::accept, "stub");
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
    }

    /** Numbers of the answers that left whole. */
    Set<Long> answered() {
        return Set.copyOf(answered);
    }

    int met(StubFault fault) {
        return met[fault.ordinal()].get();
    }

    int mostInFlight() {
        return mostInFlight.get();
    }

    /** Answers per second, from the first request to the last answer. */
    double rate() {
        return answered.size() / ((last - first) / 1e9);
    }

    /** Forgets what was; nobody may be asking. */
    void reset() {
        answered.clear();
        mostInFlight.set(0);
        first = 0;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                daemon(() -> serve(socket), "stub-connection");
            }
        } catch (IOException e) {
            // Closed.
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            OutputStream out = socket.getOutputStream();
            byte[] body = request(in);
            while (body != null) {
                answer(body, socket, out);
                body = request(in);
            }
        } catch (IOException e) {
            // The caller has gone, or was thrown out.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private void answer(byte[] body, Socket socket, OutputStream out) throws IOException, InterruptedException {
        if (first == 0) {
            first = System.nanoTime();
        }
        long number = requests.incrementAndGet();
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            TimeUnit.MILLISECONDS.sleep(delay);
            StubFault fault = faults.apply(number);
            met[fault.ordinal()].incrementAndGet();
            byte[] reply = reply(new String(body, StandardCharsets.ISO_8859_1), number);
            switch (fault) {
                case THROTTLED ->
                    send(out, "429 Too Many Requests\r\nretry-after-ms: 100", error("rate_limit_exceeded"));
                case BROKEN -> send(out, "500 Internal Server Error", error("server_error"));
                case RESET -> reset(socket);
                case CUT -> {
                    out.write(whole("200 OK", reply), 0, reply.length / 2);
                    reset(socket);
                }
                case SLOW -> inPieces(out, whole("200 OK", reply), number);
                case STALLED -> {
                    out.write(whole("200 OK", reply), 0, reply.length / 2);
                    TimeUnit.SECONDS.sleep(STALL_SECONDS);
                    reset(socket);
                }
                case NONE -> {
                    // Before it is sent: whoever has it may look at once.
                    answered.add(number);
                    send(out, "200 OK", reply);
                }
            }
        } finally {
            inFlight.decrementAndGet();
            last = System.nanoTime();
        }
    }

    private void inPieces(OutputStream out, byte[] whole, long number) throws IOException, InterruptedException {
        int piece = whole.length / PIECES + 1;
        for (int from = 0; from < whole.length; from += piece) {
            if (from + piece >= whole.length) {
                answered.add(number);
            }
            out.write(whole, from, Math.min(piece, whole.length - from));
            TimeUnit.MILLISECONDS.sleep(PIECE_MILLIS);
        }
    }

    private static void reset(Socket socket) throws IOException {
        // Closing with unsent time of zero sends a reset.
        socket.setSoLinger(true, 0);
        socket.close();
        throw new SocketException("reset as planned");
    }

    private static void send(OutputStream out, String status, byte[] body) throws IOException {
        out.write(whole(status, body));
    }

    private static byte[] whole(String status, byte[] body) {
        byte[] head = ("HTTP/1.1 " + status + "\r\ncontent-type: application/json\r\ncontent-length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private static byte[] error(String code) {
        return ("{\"error\":{\"message\":\"as planned\",\"code\":\"" + code + "\"}}")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] reply(String request, long number) {
        boolean judge = request.contains("<statements ");
        String content = judge ? labels(request, number) : statements(number);
        return ("{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"" + (judge ? "j" : "m")
                        + "\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + content
                        + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":90,\"completion_tokens\":150,"
                        + "\"total_tokens\":240}}")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String statements(long number) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < SAID.size(); i++) {
            list.append(i == 0 ? "" : "\\n")
                    .append(i + 1)
                    .append(". ")
                    .append(SAID.get(i))
                    .append('.');
        }
        return list.insert(list.length() - 1, " (" + number + ")").toString();
    }

    /** The number of an answer, whoever gave it. */
    static long number(String text) {
        int from = text.lastIndexOf('(') + 1;
        return Long.parseLong(text.substring(from, text.indexOf(')', from)));
    }

    /** The controls on their sides, the others on any. What JSON escapes is escaped in an example and where it is quoted alike. */
    private static String labels(String request, long number) {
        String pro = between(request, "Pro, for example: ", "\\n");
        StringBuilder labels = new StringBuilder("{");
        int at = request.indexOf("\\n", request.indexOf("<statements ")) + 2;
        for (int i = 1; !request.startsWith("</statements", at); i++) {
            int end = request.indexOf("\\n", at);
            String line = request.substring(request.indexOf(". ", at) + 2, end);
            boolean same = line.endsWith("\\\" I say the same.");
            boolean control = same || line.endsWith("\\\" I say the opposite.");
            boolean favours = control ? line.contains("\\\"" + pro + "\\\"") == same : (number * 31 + i * 17) % 3 > 0;
            labels.append(i == 1 ? "" : ",")
                    .append("\\\"")
                    .append(i)
                    .append(favours ? "\\\":\\\"pro\\\"" : "\\\":\\\"con\\\"");
            at = end + 2;
        }
        return labels.append("}\\n(").append(number).append(')').toString();
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    /** The body of the next request; null where the caller has closed. */
    private static byte @org.jspecify.annotations.Nullable [] request(InputStream in) throws IOException {
        int length = 0;
        String line = line(in);
        if (line.isEmpty()) {
            return null;
        }
        while (!line.isEmpty()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length =
                        Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
            }
            line = line(in);
        }
        return in.readNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
