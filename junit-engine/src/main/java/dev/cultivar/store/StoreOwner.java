package dev.cultivar.store;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who holds a claim: machine, process, the process's start, and a random part for several stores in one process. */
record StoreOwner(String host, long pid, long started, String random) {

    private static final String HOST = hostName();

    static StoreOwner create() {
        ProcessHandle self = ProcessHandle.current();
        return new StoreOwner(HOST, self.pid(), started(self), UUID.randomUUID().toString());
    }

    /** Whether the owner named in this text is known to be dead; false where that is unknown. */
    static boolean isDead(String owner) {
        String[] parts = owner.split("\\|", -1);
        if (parts.length != 4 || !parts[0].equals(HOST)) {
            return false;
        }
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[1]));
            long started = Long.parseLong(parts[2]);
            return process.isEmpty()
                    || !process.get().isAlive()
                    || (started > 0 && started(process.get()) > 0 && started(process.get()) != started);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    String text() {
        return host + "|" + pid + "|" + started + "|" + random;
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Name and process space of the machine: containers may share a name without seeing one another's process ids. */
    private static String hostName() {
        String name;
        try {
            name = InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            name = "localhost";
        }
        return name.replace('|', '-') + "/" + processSpace();
    }

    private static String processSpace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))
                    .toString()
                    .replace('|', '-');
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            return "";
        }
    }
}
