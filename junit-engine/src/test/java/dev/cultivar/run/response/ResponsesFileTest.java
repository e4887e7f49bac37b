package dev.cultivar.run.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cultivar.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponsesFileTest {

    @TempDir
    Path folder;

    @Test
    void everyTextComesBackToTheCharacter() {
        List<ResponseTexts.Content> contents = List.of(
                new ResponseTexts.Content("1. Færre regler.\n2. Più.", List.of("Færre regler.", "Più.")),
                new ResponseTexts.Content("堕胎 😀 \0", List.of("堕胎", "", "😀")),
                new ResponseTexts.Content("half a pair \uD83D and \uDE00\uD83D", List.of("\uDE00", "plain")),
                new ResponseTexts.Content("", List.of("a statement without its answer")),
                new ResponseTexts.Content("an answer without a statement", List.of()),
                new ResponseTexts.Content("long ".repeat(300_000), List.of("l".repeat(100_000))));
        try (ResponsesFile file = ResponsesFile.in(folder)) {
            List<ResponseTexts> kept = contents.stream().map(file::keep).toList();

            assertThat(kept).noneMatch(reply -> reply instanceof ResponseTexts.Content);
            assertThat(kept.stream().map(ResponseTexts::read)).isEqualTo(contents);
        }
    }

    @Test
    void manyThreadsKeepAndReadAtOnce() {
        try (ResponsesFile file = ResponsesFile.in(folder)) {
            List<Integer> wrong = IntStream.range(0, 4_000)
                    .parallel()
                    .filter(i -> {
                        ResponseTexts.Content content = content(i);
                        return !file.keep(content).read().equals(content);
                    })
                    .boxed()
                    .toList();
            assertThat(wrong).isEmpty();
        }
    }

    private static ResponseTexts.Content content(int i) {
        Random random = new Random(i);
        StringBuilder text = new StringBuilder();
        for (int k = random.nextInt(500); k >= 0; k--) {
            text.append((char) random.nextInt(i % 2 == 0 ? 0x80 : 0x10000));
        }
        return new ResponseTexts.Content(text.toString(), List.of(text.substring(text.length() / 2), "s" + i));
    }

    @Test
    void theInterruptOfOneReaderTakesTheFileFromNobody() {
        try (ResponsesFile file = ResponsesFile.in(folder)) {
            ResponseTexts.Content content = new ResponseTexts.Content("answer", List.of("statement"));
            ResponseTexts kept = file.keep(content);
            Thread.currentThread().interrupt();
            kept.read();
            file.keep(content);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(kept.read()).isEqualTo(content);
        }
    }

    @Test
    void nothingIsLeftOfItOnceItIsClosed() throws IOException {
        Path output = folder.resolve("deep").resolve("out");
        ResponsesFile file = ResponsesFile.in(output);
        assertThat(output).doesNotExist();
        ResponseTexts kept = file.keep(new ResponseTexts.Content("answer", List.of()));
        file.close();

        assertThat(output).isEmptyDirectory();
        assertThatThrownBy(kept::read).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void aProcessThatIsKilledLeavesNothingEither() throws IOException {
        try (ResponsesFile file = ResponsesFile.in(folder)) {
            file.keep(new ResponseTexts.Content("answer", List.of()));
            assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "skipped: a file in use keeps its name");
            try (Stream<Path> names = Files.list(folder)) {
                assertThat(names)
                        .as("names in the folder while the file is in use")
                        .isEmpty();
            }
        }
    }

    @Test
    void aResponseWithoutTextTouchesNoDisk() {
        try (ResponsesFile file = ResponsesFile.in(folder.resolve("none"))) {
            List<ResponseTexts> kept = new ArrayList<>();
            kept.add(file.keep(new ResponseTexts.Content("", List.of())));
            assertThat(kept.get(0).read().text()).isEmpty();
            assertThat(folder.resolve("none")).doesNotExist();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");
        try (ResponsesFile file = ResponsesFile.in(taken)) {
            assertThatThrownBy(() -> file.keep(new ResponseTexts.Content("answer", List.of())))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(taken.toString())
                    .hasMessageContaining("-Dcultivar.output");
        }
    }
}
