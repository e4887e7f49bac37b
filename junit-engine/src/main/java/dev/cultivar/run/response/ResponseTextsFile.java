package dev.cultivar.run.response;

import dev.cultivar.store.StoreException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the texts of a run's responses lie until its reports are written: in a file of their own, as the memory of a
 * run must not grow with what models write. The file is this run's alone, readable by its owner only, and gone with it,
 * on most systems also where the process is killed. Safe for use by many threads.
 */
// Not a FileChannel: that closes itself for good when a thread that uses it is interrupted.
public final class ResponseTextsFile implements AutoCloseable {

    private final Path folder;
    private final @Nullable Path given;
    private final boolean keeps;
    private @Nullable RandomAccessFile file;
    private @Nullable Path leftToDelete;
    private long end;
    private boolean closed;

    private ResponseTextsFile(Path folder, @Nullable Path given, boolean keeps) {
        this.folder = folder;
        this.given = given;
        this.keeps = keeps;
    }

    /** In a folder that is made where it is missing; nothing is until there is a text to keep. */
    public static ResponseTextsFile in(Path folder) {
        return new ResponseTextsFile(folder.toAbsolutePath(), null, true);
    }

    /** Nowhere: for runs whose texts nobody reads. */
    public static ResponseTextsFile nowhere() {
        return new ResponseTextsFile(Path.of(""), null, false);
    }

    /** For tests: in a file that is there. */
    public static ResponseTextsFile at(Path file) {
        return new ResponseTextsFile(file.toAbsolutePath().resolveSibling(""), file, true);
    }

    /**
     * Keeps the texts of one response.
     *
     * @throws StoreException where the disk does not take them
     */
    public ResponseTexts keep(ResponseTexts.Content content) {
        if (!keeps || content.equals(ResponseTexts.Content.NONE)) {
            return ResponseTexts.Content.NONE;
        }
        byte[] bytes = ResponseTextsCodec.encode(content);
        synchronized (this) {
            try {
                RandomAccessFile open = open();
                open.seek(end);
                open.write(bytes);
            } catch (IOException e) {
                throw failure("kept", e);
            }
            Kept kept = new Kept(this, end, bytes.length);
            end += bytes.length;
            return kept;
        }
    }

    /** Where a response's texts lie. */
    private record Kept(ResponseTextsFile file, long from, int length) implements ResponseTexts {
        @Override
        public Content read() {
            return ResponseTextsCodec.decode(file.bytes(from, length));
        }
    }

    private synchronized byte[] bytes(long from, int length) {
        byte[] bytes = new byte[length];
        try {
            RandomAccessFile open = open();
            open.seek(from);
            open.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw failure("read back", e);
        }
    }

    private StoreException failure(String what, IOException e) {
        return new StoreException(
                "the run's answers cannot be " + what + " in the folder " + folder + " (" + e.getMessage()
                        + "): free some space, give this user write access, or choose another with -Dcultivar.output",
                e);
    }

    private RandomAccessFile open() throws IOException {
        if (closed) {
            throw new IllegalStateException("the run is closed, and its answers are gone");
        }
        RandomAccessFile opened = file;
        if (opened == null) {
            Path path = given == null ? create() : given;
            opened = new RandomAccessFile(path.toFile(), "rw");
            file = opened;
            // A file that has no name any more ends with the process, however that ends. Not every system can do so.
            leftToDelete = path.toFile().delete() ? null : path;
        }
        return opened;
    }

    private Path create() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, ".answers-", ".tmp");
    }

    @Override
    public synchronized void close() {
        closed = true;
        RandomAccessFile open = file;
        Path left = leftToDelete;
        file = null;
        leftToDelete = null;
        try {
            if (open != null) {
                open.close();
            }
            if (left != null) {
                Files.deleteIfExists(left);
            }
        } catch (IOException e) {
            if (left != null) {
                File stuck = left.toFile();
                stuck.deleteOnExit();
            }
        }
    }
}
