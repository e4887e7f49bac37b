package dev.cultivar.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file so that a reader finds either the old file or the whole new one, whenever the process dies. Creates missing folders.
 * Unless written privately, a file gets the same permissions as any other file of the process.
 */
public final class AtomicFile {

    private static final int BUFFER = 1 << 16;
    private static final String PART = ".part";

    /** What is written. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Who may read a file. */
    private enum Readers {
        AS_USUAL {
            @Override
            Path newFile(Path folder) throws IOException {
                return Files.createFile(folder.resolve("." + UUID.randomUUID() + PART));
            }
        },
        OWNER {
            @Override
            Path newFile(Path folder) throws IOException {
                return Files.createTempFile(folder, ".", PART);
            }
        };

        abstract Path newFile(Path folder) throws IOException;
    }

    private AtomicFile() {}

    /** Writes text as UTF-8; an unpaired surrogate becomes a question mark. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /** Writes through a buffer; if the content throws, the old file stays unchanged. */
    public static void write(Path file, Content content) throws IOException {
        write(file, content, true, Readers.AS_USUAL);
    }

    /** For models' answers and their prompts: only the owner can read the file, if the file system knows owners. */
    public static void writePrivately(Path file, Content content) throws IOException {
        write(file, content, true, Readers.OWNER);
    }

    /** Writes through a buffer without forcing the content to disk. */
    public static void writeUnforced(Path file, Content content) throws IOException {
        write(file, content, false, Readers.AS_USUAL);
    }

    /** Moves a file or folder into place, replacing an existing file; atomically if the file system can. */
    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void write(Path file, Content content, boolean forced, Readers readers) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.resolveSibling("");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Path temporary = readers.newFile(folder);
        try {
            fill(temporary, content, forced);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void fill(Path temporary, Content content, boolean forced) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            content.writeTo(out);
            out.flush();
            if (forced) {
                channel.force(true);
            }
        }
    }
}
