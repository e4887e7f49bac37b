package dev.cultivar.real;

import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import dev.cultivar.store.StoreTransfer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** What small open models were asked with, and what they answered; the README beside it says how that came about. */
final class Recording {

    private Recording() {}

    /** A store of the recorded answers and judgements. */
    static Path store(Path folder) throws IOException {
        Path lines = folder.resolve("answers.jsonl");
        try (InputStream in = new GZIPInputStream(open("answers.jsonl.gz"))) {
            Files.copy(in, lines);
        }
        Path store = folder.resolve("answers.db");
        try (ResponseStore responses = ResponseStores.open(store.toString(), StoreMode.LIVE)) {
            new StoreTransfer(responses).importFrom(lines);
        }
        return store;
    }

    /** A copy of a file of the recording. */
    static Path file(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (InputStream in = open(name)) {
            Files.copy(in, file);
        }
        return file;
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Recording.class.getResourceAsStream(name), name);
    }
}
