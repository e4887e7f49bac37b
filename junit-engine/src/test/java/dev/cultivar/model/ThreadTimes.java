package dev.cultivar.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Processor time of this process by what its threads do, as Linux counts it; nothing elsewhere. Java cannot say it of its compilers. */
final class ThreadTimes {

    private static final Path TASKS = Path.of("/proc/self/task");
    /** What Linux counts in, on every common system. */
    private static final int TICK_MILLIS = 10;

    private ThreadTimes() {}

    /** Milliseconds of the threads that are alive, by kind. */
    static Map<String, Long> now() throws IOException {
        Map<String, Long> times = new TreeMap<>();
        if (!Files.isDirectory(TASKS)) {
            return times;
        }
        try (Stream<Path> tasks = Files.list(TASKS)) {
            for (Path task : tasks.toList()) {
                add(times, task.resolve("stat"));
            }
        }
        return times;
    }

    static Map<String, Long> since(Map<String, Long> before) throws IOException {
        Map<String, Long> spent = now();
        before.forEach((kind, millis) -> spent.merge(kind, -millis, Long::sum));
        return spent;
    }

    private static void add(Map<String, Long> times, Path stat) {
        try {
            String line = Files.readString(stat);
            int end = line.lastIndexOf(')');
            String[] fields = line.substring(end + 2).split(" ");
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            times.merge(kind(line.substring(line.indexOf('(') + 1, end)), ticks * TICK_MILLIS, Long::sum);
        } catch (IOException e) {
            // The thread has ended since it was listed.
            return;
        }
    }

    private static String kind(String thread) {
        if (thread.startsWith("C1 ") || thread.startsWith("C2 ")) {
            return "compiling";
        }
        return thread.startsWith("GC") || thread.startsWith("G1") ? "collecting" : "running";
    }
}
