package dev.cultivar.run.response;

import dev.cultivar.store.StoreException;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a run's responses until its reports are written. They are in a file because a run's memory must not grow with the length or number
 * of responses. The file belongs to this run only, is readable only by its owner, and disappears with the run, on most systems even if the
 * process is killed. Thread-safe.
 */
// Not a FileChannel: that closes itself for good when a thread that uses it is interrupted.
public final class ResponsesFile implements AutoCloseable {

    /** Beyond this, nearly every reason is new, and remembering them saves nothing. */
    private static final int MOST_REASONS = 1_000;

    private final Path folder;
    private final @Nullable Path given;
    private final boolean keeps;
    private final Map<String, Place> reasons = new HashMap<>();
    private @Nullable RandomAccessFile file;
    private @Nullable Path leftToDelete;
    private long end;
    private boolean closed;

    /**
     * @param given an existing file; null to create one
     */
    ResponsesFile(Path folder, @Nullable Path given, boolean keeps) {
        this.folder = folder;
        this.given = given;
        this.keeps = keeps;
    }

    /** Keeps responses in a folder, which is created if missing. Creates nothing until there is something to keep. */
    public static ResponsesFile in(Path folder) {
        return new ResponsesFile(folder.toAbsolutePath(), null, true);
    }

    /** Keeps no texts: for runs whose texts nobody reads. */
    public static ResponsesFile nowhere() {
        return new ResponsesFile(Path.of(""), null, false);
    }

    /**
     * Keeps the texts of one response.
     *
     * @throws StoreException if they cannot be written to disk
     */
    public ResponseTexts keep(ResponseTexts.Content content) {
        if (!keeps || content.equals(ResponseTexts.Content.NONE)) {
            return ResponseTexts.Content.NONE;
        }
        return new Kept(this, append(ResponseTextsCodec.encode(content)));
    }

    /** The texts kept at a place. */
    ResponseTexts texts(Place place) {
        return place.length() == 0 ? ResponseTexts.Content.NONE : new Kept(this, place);
    }

    /**
     * Reserves space for bytes that are written later, and returns where it begins. Until then they are 0 or beyond the end of the file.
     */
    synchronized long room(long bytes) {
        long from = end;
        end += bytes;
        return from;
    }

    /** A range of bytes in the file. */
    record Place(long from, int length) {
        static final Place NOWHERE = new Place(0, 0);
    }

    /** A response's texts in the file. */
    record Kept(ResponsesFile file, Place place) implements ResponseTexts {
        @Override
        public Content read() {
            byte[] bytes = new byte[place.length()];
            if (file.read(place.from(), bytes) < bytes.length) {
                throw file.failure("read back", new EOFException("the file is shorter than it was"));
            }
            return ResponseTextsCodec.decode(bytes);
        }
    }

    /** Keeps why a response was not scored. Many responses share a reason, which is kept only once. */
    synchronized Place reason(String reason) {
        if (reason.isEmpty()) {
            return Place.NOWHERE;
        }
        Place known = reasons.get(reason);
        if (known != null) {
            return known;
        }
        Place place = append(ResponseTextsCodec.encode(new ResponseTexts.Content(reason, List.of())));
        if (reasons.size() < MOST_REASONS) {
            reasons.put(reason, place);
        }
        return place;
    }

    private synchronized Place append(byte[] bytes) {
        write(end, bytes);
        return new Place(room(bytes.length), bytes.length);
    }

    /** Writes at a place that was reserved. */
    synchronized void write(long from, byte[] bytes) {
        try {
            RandomAccessFile open = open();
            open.seek(from);
            open.write(bytes);
        } catch (IOException e) {
            throw failure("kept", e);
        }
    }

    /** Fills {@code bytes} as far as the file goes; returns the number of bytes read. */
    synchronized int read(long from, byte[] bytes) {
        try {
            RandomAccessFile open = open();
            open.seek(from);
            int read = 0;
            for (int more = 0; more >= 0 && read < bytes.length; read += Math.max(more, 0)) {
                more = open.read(bytes, read, bytes.length - read);
            }
            return read;
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
            // A file without a name disappears with the process, however that ends. Not every system supports this.
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
