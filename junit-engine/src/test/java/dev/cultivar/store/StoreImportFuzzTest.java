package dev.cultivar.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.text.Fuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** An export is read as a whole, or refused in clean words and changes nothing; what was read is exported clean. */
class StoreImportFuzzTest extends Fuzz {

    @TempDir
    Path folder;

    @Override
    protected List<String> corpus() throws IOException {
        Path file = folder.resolve("whole.jsonl");
        try (ResponseStore store = ResponseStores.inMemory()) {
            for (int i = 0; i < 3; i++) {
                store.put(Answers.key(i), Answers.answer("1. Fine.\u001B[2J\u202E " + i))
                        .join();
            }
            new StoreTransfer(store).exportTo(file, hash -> true);
        }
        return Stream.concat(
                        Stream.of(Files.readString(file)),
                        Files.readAllLines(file).stream().map(line -> line + "\n"))
                .toList();
    }

    @Override
    protected void look(String input) throws IOException {
        Path file = folder.resolve("bent.jsonl");
        Files.write(file, input.getBytes(StandardCharsets.UTF_8));
        try (ResponseStore store = ResponseStores.inMemory()) {
            try {
                new StoreTransfer(store).importFrom(file);
            } catch (StoreException e) {
                assertThat(e.getMessage()).matches(Fuzz::isClean);
                assertThat(store.stats().answers()).isZero();
                return;
            }
            Path again = folder.resolve("again.jsonl");
            new StoreTransfer(store).exportTo(again, hash -> true);
            assertThat(Files.readString(again)).matches(Fuzz::isClean);
        }
    }
}
