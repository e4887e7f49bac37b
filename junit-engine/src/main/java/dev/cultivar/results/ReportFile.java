package dev.cultivar.results;

import dev.cultivar.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/** Writes report files: each is replaced whole or left as it was, with one clear message if it cannot be written. */
public final class ReportFile {

    private ReportFile() {}

    public static void write(Path file, byte[] content) {
        write(file, out -> out.write(content));
    }

    public static void write(Path file, AtomicFile.Content content) {
        explained(file, () -> AtomicFile.write(file, content));
    }

    /** Writes a file that only its owner can read; see {@link AtomicFile#writePrivately}. */
    public static void writePrivately(Path file, AtomicFile.Content content) {
        explained(file, () -> AtomicFile.writePrivately(file, content));
    }

    /** Writes a file without forcing it to disk; see {@link AtomicFile#writeUnforced}. */
    public static void writeUnforced(Path file, byte[] content) {
        writeUnforced(file, out -> out.write(content));
    }

    /** The same, with streamed content. */
    public static void writeUnforced(Path file, AtomicFile.Content content) {
        explained(file, () -> AtomicFile.writeUnforced(file, content));
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void explained(Path file, Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new ResultsException(
                    "Report " + file + " cannot be written (" + e.getMessage() + "). Check the folder and its space.",
                    e);
        }
    }
}
