package dev.cultivar.model.limits;

import dev.cultivar.settings.SettingsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongBinaryOperator;

/**
 * A limit of so many units per minute, evenly spaced, over all processes on a machine, since the suites and modules of one build run in
 * several. A file holds one number, the time when the next unit is free (virtual scheduling, as in ITU-T I.371). Whoever takes units moves
 * that time forward while holding the file's lock.
 */
final class SharedBucket {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    /** A clock that was set back, or a file from before a reboot, must not block a run for ever. */
    private static final long FURTHEST = Duration.ofHours(1).toNanos();

    private final Path file;
    private final double nanosPerUnit;
    private final Clock clock;

    SharedBucket(Path file, int perMinute, Clock clock) {
        this.file = file;
        this.nanosPerUnit = (double) MINUTE / perMinute;
        this.clock = clock;
    }

    /** @param name what is limited; must not contain a secret */
    static SharedBucket of(String name, int perMinute) {
        String user = System.getProperty("user.name", "");
        UUID id = UUID.nameUUIDFromBytes((user + " " + name).getBytes(StandardCharsets.UTF_8));
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "cultivar-rate-limit-" + id);
        return new SharedBucket(file, perMinute, Clock.systemUTC());
    }

    /** Takes units; returns how many nanoseconds to wait for them. */
    long take(long units) {
        return move(units, Math::max);
    }

    /** Moves the next free time by the units used beyond those taken; negative where fewer were used. */
    void shift(long units) {
        if (units != 0) {
            move(units, (now, free) -> free);
        }
    }

    /** @param from of now and the next free time, the one from which the units count */
    private long move(long units, LongBinaryOperator from) {
        // The process holds the file lock, so threads need a lock of their own. This includes threads whose classes
        // another class loader loaded, as in a build of many modules; all that they share is text.
        synchronized (guard()) {
            try (FileChannel channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                long now = Math.multiplyExact(clock.millis(), 1_000_000L);
                long free = read(channel);
                if (free - now > FURTHEST) {
                    free = now;
                }
                long start = from.applyAsLong(now, free);
                // An endpoint that reports absurdly many tokens moves it by at most an hour, and never past the largest
                // number.
                long step = Math.round(units * nanosPerUnit);
                write(channel, start + Math.max(-FURTHEST, Math.min(FURTHEST, step)));
                assert lock.isValid();
                return start - now;
            } catch (IOException e) {
                throw new SettingsException(
                        "The limit per minute is shared through " + file + ", which cannot be written ("
                                + e.getClass().getSimpleName() + "). Make the folder writable or lift the limit.",
                        e);
            }
        }
    }

    private String guard() {
        return ("dev.cultivar.model.limits.SharedBucket " + file.toAbsolutePath()).intern();
    }

    private static long read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);
        return channel.read(buffer, 0) == Long.BYTES ? buffer.getLong(0) : 0;
    }

    private static void write(FileChannel channel, long value) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES).putLong(0, value);
        int written = channel.write(buffer, 0);
        if (written != Long.BYTES) {
            throw new IOException("short write");
        }
    }
}
