package dev.cultivar.throughput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Processor time of this process by what its threads do, as Linux counts it; nothing elsewhere. Java cannot say it of its compilers.
 * Looks twice a second, as threads take what they used with them; what they use after the last look is missed.
 */
final class ThreadTimes {

    private static final Path TASKS = Path.of("/proc/self/task");
    /** What Linux counts in, on every common system. */
    private static final int TICK_MILLIS = 10;

    private final Map<Path, Spent> threads = new ConcurrentHashMap<>();
    private int most;

    private record Spent(String kind, long millis) {}

    /** Looks until the process ends. */
    static ThreadTimes start() {
        ThreadTimes times = new ThreadTimes();
        Thread looking = new Thread(times::look, "thread-times");
        looking.setDaemon(true);
        looking.start();
        return times;
    }

    private void look() {
        try {
            while (Files.isDirectory(TASKS)) {
                once();
                TimeUnit.MILLISECONDS.sleep(500);
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void once() throws IOException {
        try (Stream<Path> tasks = Files.list(TASKS)) {
            int now = 0;
            for (Path task : tasks.toList()) {
                add(task);
                now++;
            }
            most = Math.max(most, now);
        }
    }

    /** Milliseconds by kind of thread. */
    Map<String, Long> millis() throws IOException {
        if (Files.isDirectory(TASKS)) {
            once();
        }
        Map<String, Long> times = new TreeMap<>();
        threads.values().forEach(spent -> times.merge(spent.kind(), spent.millis(), Long::sum));
        return times;
    }

    /** How many threads there were at once. */
    synchronized int most() {
        return most;
    }

    private void add(Path task) {
        try {
            String line = Files.readString(task.resolve("stat"));
            int end = line.lastIndexOf(')');
            String[] fields = line.substring(end + 2).split(" ");
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            threads.put(task, new Spent(kind(line.substring(line.indexOf('(') + 1, end)), ticks * TICK_MILLIS));
        } catch (IOException e) {
            // The thread has ended since it was listed.
            return;
        }
    }

    /** Linux keeps the first fifteen characters of a name. */
    private static String kind(String thread) {
        if (thread.startsWith("C1 ") || thread.startsWith("C2 ")) {
            return "compiling";
        }
        if (thread.startsWith("GC") || thread.startsWith("G1")) {
            return "collecting";
        }
        if (thread.startsWith("cultivar-http") || thread.startsWith("OkHttp") || thread.startsWith("HttpClient")) {
            return "HTTP";
        }
        if (thread.startsWith("ForkJoin") || thread.startsWith("cultivar-answer")) {
            return "screening and judging";
        }
        if (thread.startsWith("cultivar-store")) {
            return "store";
        }
        return thread.startsWith("java") || thread.equals("main") ? "tree and reports" : "other";
    }
}
