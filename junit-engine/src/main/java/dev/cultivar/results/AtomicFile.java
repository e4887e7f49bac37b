package dev.cultivar.results;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that a reader finds the old one or the whole new one, whenever the process dies. */
public final class AtomicFile {

    /** What is written. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    public static void write(Path file, byte[] content) {
        write(file, out -> out.write(content));
    }

    /**
     * Others see the whole file or none; but it is not forced to the disk, which for each of tens of thousands of files would take longer
     * than all else. A power cut may leave it empty.
     */
    public static void writeUnforced(Path file, byte[] content) {
        write(file, out -> out.write(content), false);
    }

    public static void write(Path file, Content content) {
        write(file, content, true);
    }

    private static void write(Path file, Content content, boolean forced) {
        Path target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.resolveSibling(""));
            Path temporary = Files.createTempFile(target.resolveSibling(""), ".", ".part");
            try {
                fill(temporary, content, forced);
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new ResultsException(
                    "Report " + file + " cannot be written (" + e.getMessage() + "). Check the folder and its space.",
                    e);
        }
    }

    private static void fill(Path temporary, Content content, boolean forced) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            if (forced) {
                channel.force(true);
            }
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
