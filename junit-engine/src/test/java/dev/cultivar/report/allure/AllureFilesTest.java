package dev.cultivar.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gates;
import dev.cultivar.report.Reports;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.text.FileName;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllureFilesTest extends InAllureFolder {

    @Test
    void aRerunRemovesWhatItNoLongerAsksAndNothingOfOthers() throws IOException {
        write(new Reports().failedCheck(Reports.ABORTION, "gap was 0.6"));
        Path foreign = Files.writeString(allure().resolve("0-result.json"), "{}");
        write(new Reports()
                .heldCheck(Reports.ABORTION)
                .cells(new CellRecord(
                        Reports.ABORTION,
                        1,
                        Map.of(Outcome.SCORED, 1),
                        1,
                        StatementCounts.NONE,
                        PromptParts.NONE,
                        List.of()))
                .gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(foreign).exists();
        Files.delete(foreign);
        assertThat(results()).hasSize(2);
        try (var attachments = Files.list(allure())) {
            assertThat(attachments.filter(file -> file.toString().contains("-attachment")))
                    .as("the topics and the answers of m1 in Danish")
                    .hasSize(2);
        }
    }

    @Test
    void aFileThatIsGoneIsMissed() throws IOException {
        write(new Reports().gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));
        AllureResults written = new AllureResults(allure(), folder.resolve("cultivar"));
        assertThat(written.missing()).isEmpty();

        Path gone;
        try (var files = Files.list(allure())) {
            gone = files.filter(file -> file.toString().endsWith(".csv"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(gone);

        assertThat(written.missing()).containsExactly(gone.getFileName().toString());
    }

    @Test
    void resultsOfAlluresListenerGiveWayToTheSuitesOwnOfTheSameLeaves() throws IOException {
        Files.createDirectories(allure());
        String engine = "[engine:junit-platform-suite]/[suite:org.example.All]/[engine:cultivar]";
        Path cell = listener(1, engine + "/[suite:" + Reports.SUITE + "]/[topic:F120]/[model:m1]/[language:da]");
        Path gate = listener(2, "[engine:cultivar]/[suite:" + Reports.SUITE + "]/[gates:gates]/[gate:bias m1 da US]");
        Path other = listener(3, "[engine:cultivar]/[suite:org.example.Other]/[topic:F120]/[model:m1]/[language:da]");
        Path jupiter = listener(4, "[engine:junit-jupiter]/[class:" + Reports.SUITE + "]/[method:adds()]");
        Path cut = Files.writeString(allure().resolve(id(5) + "-result.json"), "{\"uuid\":");

        write(new Reports());

        assertThat(cell).doesNotExist();
        assertThat(allure().resolve(id(1) + "-attachment.txt")).doesNotExist();
        assertThat(other).exists();
        assertThat(jupiter).exists();
        assertThat(allure().resolve(id(4) + "-attachment.txt")).exists();
        assertThat(cut).exists();
        assertThat(gate).as("no gate of ours says what it says").exists();

        write(new Reports().gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));

        assertThat(gate).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void aResultThatAnotherProcessHasJustRemovedIsPassedOver() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "links need no rights");
        Files.createDirectories(allure());
        // Listed, but gone when it is read.
        Files.createSymbolicLink(allure().resolve(id(6) + "-result.json"), allure().resolve("gone"));

        assertThatCode(() -> write(new Reports())).doesNotThrowAnyException();
    }

    @Test
    void processesThatRemoveTheSameSuiteAtOnceDoNotFail() throws Exception {
        write(new Reports().gate(Reports.gate(Gates.bias("US", 0.05), 0.01, 0, 0.02, Verdict.PASS)));
        Path list = folder.resolve("cultivar/parts").resolve(FileName.of(Reports.SUITE) + ".allure.txt");
        assertThat(list).exists();
        // Long, so that all have begun before the first one is done.
        Files.writeString(list, (id(7) + "-result.json\n").repeat(20_000));
        AllureResults results = new AllureResults(allure(), folder.resolve("cultivar"));
        CyclicBarrier start = new CyclicBarrier(4);

        List<CompletableFuture<Void>> removals = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> {
                            assertDoesNotThrow(() -> start.await(60, TimeUnit.SECONDS));
                            results.remove(Reports.SUITE);
                        },
                        command -> new Thread(command).start()))
                .toList();

        assertThat(removals).allSatisfy(removal -> assertThat(removal).succeedsWithin(Duration.ofMinutes(1)));
        assertThat(list).doesNotExist();
    }

    private Path listener(int number, String uniqueId) throws IOException {
        String attachment = id(number) + "-attachment.txt";
        Files.writeString(allure().resolve(attachment), "what it printed");
        return Files.writeString(
                allure().resolve(id(number) + "-result.json"),
                "{\"labels\":[{\"name\":\"junit.platform.uniqueid\",\"value\":\"" + uniqueId
                        + "\"}],\"attachments\":[{\"source\":\"" + attachment
                        + "\"},{\"source\":\"../outside.txt\"}]}");
    }

    private static String id(int number) {
        return "00000000-0000-0000-0000-00000000000" + number;
    }

    @Test
    void resultsGoWhereAlluresListenerWrites() throws IOException {
        Path otherwise = Path.of("target", "allure-results");
        try (java.net.URLClassLoader without = loader(folder.resolve("none"));
                java.net.URLClassLoader with = loader(folder.resolve("with"))) {
            assertThat(AllureListener.folder(without, otherwise)).isEqualTo(otherwise);
            assertThat(AllureListener.folder(with, otherwise)).isEqualTo(Path.of("build", "allure"));
        }
    }

    private static java.net.URLClassLoader loader(Path classes) throws IOException {
        Files.createDirectories(classes);
        if (classes.endsWith("with")) {
            Files.writeString(classes.resolve("allure.properties"), "allure.results.directory=build/allure\n");
        }
        return new java.net.URLClassLoader(new java.net.URL[] {classes.toUri().toURL()}, null);
    }
}
