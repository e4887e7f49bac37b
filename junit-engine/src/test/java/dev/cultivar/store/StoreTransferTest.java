package dev.cultivar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.provider.ModelResponse;
import dev.cultivar.settings.StoreMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTransferTest {

    @TempDir
    Path folder;

    @Test
    void whatIsExportedAndImportedIsExportedAgainByteForByte() throws IOException {
        Path first = folder.resolve("out/a.jsonl");
        Path second = folder.resolve("b.jsonl");
        try (ResponseStore from = filled(1_100);
                ResponseStore to = ResponseStores.open(folder.resolve("s.db").toString(), StoreMode.LIVE)) {
            assertThat(new StoreTransfer(from).exportTo(first, hash -> true)).isEqualTo(1_100);
            assertThat(new StoreTransfer(to).importFrom(first)).isEqualTo(new StoreTransfer.Imported(1_100, 0, 0));
            assertThat(new StoreTransfer(to).importFrom(first)).isEqualTo(new StoreTransfer.Imported(0, 1_100, 0));
            new StoreTransfer(to).exportTo(second, hash -> true);
        }
        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(Files.readAllLines(first)).isSorted();
    }

    @Test
    void onlyWhatIsWantedIsExported() throws IOException {
        Path file = folder.resolve("a.jsonl");
        try (ResponseStore store = filled(5)) {
            String wanted = Answers.key(3).hash();
            assertThat(new StoreTransfer(store).exportTo(file, wanted::equals)).isEqualTo(1);
        }
        assertThat(Files.readString(file)).contains(Answers.key(3).hash()).hasLineCount(2);
    }

    @Test
    void anAnswerThatDiffersIsKeptAndCounted() {
        Path file = folder.resolve("a.jsonl");
        try (ResponseStore store = filled(2)) {
            new StoreTransfer(store).exportTo(file, hash -> true);
        }
        try (ResponseStore other = ResponseStores.inMemory()) {
            other.put(Answers.key(0), Answers.answer("mine")).join();
            assertThat(new StoreTransfer(other).importFrom(file)).isEqualTo(new StoreTransfer.Imported(1, 0, 1));
            assertThat(other.find(Answers.key(0)).orElseThrow().text()).isEqualTo("mine");
        }
    }

    @Test
    void anAnswerThatOnlyTookLongerIsTheSame() {
        Path file = folder.resolve("a.jsonl");
        ModelResponse answer = Answers.answer("Fine.");
        try (ResponseStore store = ResponseStores.inMemory()) {
            store.put(Answers.key(0), answer).join();
            new StoreTransfer(store).exportTo(file, hash -> true);
        }
        try (ResponseStore other = ResponseStores.inMemory()) {
            other.put(
                            Answers.key(0),
                            new ModelResponse(
                                    answer.text(),
                                    answer.toolArguments(),
                                    answer.finish(),
                                    answer.usage(),
                                    answer.reportedModel(),
                                    answer.fingerprint(),
                                    answer.latency().plusSeconds(3),
                                    answer.attempts() + 1))
                    .join();
            assertThat(new StoreTransfer(other).importFrom(file)).isEqualTo(new StoreTransfer.Imported(0, 1, 0));
        }
    }

    @Test
    void aFileWithABadLineChangesNothing() throws IOException {
        Path file = folder.resolve("a.jsonl");
        try (ResponseStore store = filled(2)) {
            new StoreTransfer(store).exportTo(file, hash -> true);
        }
        String good = Files.readString(file);
        for (String bad : List.of(
                "{\"key\":\"x\"}", "<html>", "{}", "[]", "{\"key\":\"" + "a".repeat(64) + "\",\"kind\":\"ANSWER\"}")) {
            Files.writeString(file, good + bad + "\n");
            try (ResponseStore store = ResponseStores.inMemory()) {
                assertThatThrownBy(() -> new StoreTransfer(store).importFrom(file))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("line 4")
                        .hasMessageContaining("nothing was imported");
                assertThat(store.stats().answers()).isZero();
            }
        }
    }

    @Test
    void aFileThatWasChangedOrCutChangesNothing() throws IOException {
        Path file = folder.resolve("a.jsonl");
        try (ResponseStore store = filled(3)) {
            new StoreTransfer(store).exportTo(file, hash -> true);
        }
        List<String> good = Files.readAllLines(file);
        for (List<String> bad : List.of(
                List.of(good.get(0).replace("er fint", "er forkert"), good.get(1), good.get(2), good.get(3)),
                List.of(good.get(0), good.get(2), good.get(3)),
                List.of(good.get(0), good.get(1), good.get(2), good.get(2), good.get(3)),
                good.subList(0, 3),
                List.<String>of())) {
            Files.write(file, bad);
            try (ResponseStore store = ResponseStores.inMemory()) {
                assertThatThrownBy(() -> new StoreTransfer(store).importFrom(file))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("a.jsonl")
                        .hasMessageContaining("nothing was imported");
                assertThat(store.stats().answers()).isZero();
            }
        }
    }

    @Test
    void exportsOneBehindTheOtherAndOtherEndsOfLinesAreNoChange() throws IOException {
        Path file = folder.resolve("a.jsonl");
        try (ResponseStore store = filled(3)) {
            new StoreTransfer(store).exportTo(file, hash -> true);
        }
        // The digest is of the lines before it back to the last digest.
        Files.writeString(file, Files.readString(file).repeat(2).replace("\n", "\r\n"));
        try (ResponseStore store = ResponseStores.inMemory()) {
            new StoreTransfer(store).importFrom(file);

            assertThat(store.stats().answers()).isEqualTo(3);
        }
    }

    @Test
    void aMissingFileIsReported() {
        try (ResponseStore store = ResponseStores.inMemory()) {
            assertThatThrownBy(() -> new StoreTransfer(store).importFrom(folder.resolve("none.jsonl")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("there is no export");
        }
    }

    private static ResponseStore filled(int count) {
        ResponseStore store = ResponseStores.inMemory();
        for (int i = 0; i < count; i++) {
            store.put(
                            Answers.key(i),
                            Answers.answer("Jeg synes, \"nr. " + i + "\" er fint.\n\ud83d\ude00 " + (char) 0xd800))
                    .join();
        }
        return store;
    }
}
