package dev.cultivar.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.model.Endpoints;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.Sampling;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchFolderTest extends WithBatches {

    @Test
    void filesAreSplitAtTheLimits() throws Exception {
        try (BatchWriter writer = BatchWriter.open(folder, new BatchWriter.Limits(2, Long.MAX_VALUE))) {
            for (String prompt : List.of("a", "b", "c", "d", "e", "a")) {
                writer.add(key(prompt), endpoint("openai"), model, ChatRequest.of(prompt, Sampling.DEFAULT));
            }
        }
        assertThat(Files.readAllLines(folder.resolve("m-answers-0001.jsonl"))).hasSize(2);
        assertThat(Files.readAllLines(folder.resolve("m-answers-0003.jsonl"))).hasSize(1);
        assertThat(folder.resolve("m-answers-0004.jsonl")).doesNotExist();
    }

    @Test
    void anEmptyFolderSaysHowToExport() {
        assertThatThrownBy(() -> batches("openai").submit()).hasMessageContaining("batch-export");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidWithoutJavasWords() throws Exception {
        Files.writeString(folder.resolve("taken"), "a file");
        assertThatThrownBy(() -> BatchWriter.open(folder.resolve("taken")))
                .hasMessageEndingWith(
                        "taken cannot be written (FileAlreadyExistsException); check the folder and its free space")
                .hasMessageNotContaining("java.");
    }

    @Test
    void whatExpiredIsExportedAgainAndWhatIsUnderWayIsNot() throws Exception {
        export("openai");
        reply(200, "{\"data\":[]}");
        reply(200, "{\"id\":\"file-1\"}");
        reply(200, "{\"id\":\"batch_1\",\"status\":\"validating\"}");
        batches("openai").submit();

        try (BatchWriter again = BatchWriter.open(folder)) {
            assertThat(again.add(ONE, endpoint("openai"), model, ChatRequest.of("one", Sampling.DEFAULT)))
                    .isFalse();
        }

        Files.writeString(folder.resolve("m-answers-0001.results.jsonl"), openAiAnswer(ONE, "1. Yes."));
        try (ResponseStore store = ResponseStores.inMemory()) {
            assertThat(batches("openai").importInto(store, Instant.EPOCH).missing())
                    .isEqualTo(1);
        }
        try (BatchWriter again = BatchWriter.open(folder)) {
            assertThat(again.add(TWO, endpoint("openai"), model, ChatRequest.of("two", Sampling.DEFAULT)))
                    .isTrue();
        }
        assertThat(folder.resolve("m-answers-0002.jsonl")).exists();
    }

    @Test
    void aBatchThatFailedWholeSaysWhyAndIsExportedAgain() {
        export("openai");
        reply(200, "{\"data\":[]}");
        reply(200, "{\"id\":\"file-1\"}");
        reply(200, "{\"id\":\"batch_1\",\"status\":\"validating\"}");
        batches("openai").submit();
        String failed =
                "{\"id\":\"batch_1\",\"status\":\"failed\",\"errors\":{\"data\":[{\"message\":\"limit reached\"}]}}";
        reply(200, failed);
        reply(200, failed);

        try (ResponseStore store = ResponseStores.inMemory()) {
            BatchTally tally = batches("openai").importInto(store, Instant.EPOCH);
            assertThat(tally.failed()).containsExactly(Map.entry("limit reached", 2));
            assertThat(tally.missing()).isZero();
        }
        try (BatchWriter again = BatchWriter.open(folder)) {
            assertThat(again.add(ONE, endpoint("openai"), model, ChatRequest.of("one", Sampling.DEFAULT)))
                    .isTrue();
        }
    }

    @Test
    void aFileOfResponsesWhoseEndpointHasNoBatchApiIsNotSentToAToolThatCannotReadIt() {
        EndpointSettings endpoint = Endpoints.with(endpoint("openai"), Map.of("api", "responses"));
        try (BatchWriter writer = BatchWriter.open(folder)) {
            writer.add(ONE, endpoint, model, ChatRequest.of("one", Sampling.DEFAULT));
        }
        reply(404, "{\"detail\":\"Not Found\"}");
        assertThat(new Batches(folder, Map.of("lab", endpoint), Map.of("m", model), variable -> KEY).submit())
                .singleElement()
                .asString()
                .contains("has no batch API", "export again with 'api: chat'")
                .doesNotContain("vllm");
    }

    @Test
    void aFileWhoseEndpointHasNoBatchApiIsToBeAnsweredByOtherMeans() throws Exception {
        export("openai");
        reply(404, "{\"detail\":\"Not Found\"}");

        assertThat(batches("openai").submit())
                .singleElement()
                .asString()
                .contains(
                        "has no batch API", "vllm run-batch -i " + folder.resolve("m-answers-0001.jsonl"), "--model m");
        assertThat(batches("openai").unsent()).isEqualTo(1);

        Files.writeString(
                folder.resolve("m-answers-0001.results.jsonl"),
                openAiAnswer(ONE, "1. Yes.") + openAiAnswer(TWO, "1. No."));
        assertThat(batches("openai").submit()).as("it has its results").isEmpty();
        assertThat(batches("openai").status()).satisfies(progress -> {
            assertThat(progress.lines()).containsExactly("m-answers-0001.jsonl: its results are here, 2 requests");
            assertThat(progress.ended()).isEqualTo(1);
            assertThat(progress.open()).isZero();
        });
    }

    @Test
    void aCutResultFileIsSaidWithItsLineAndIsNotTakenAsDone() throws Exception {
        export("openai");
        String whole = openAiAnswer(ONE, "1. Yes.");
        Files.writeString(folder.resolve("m-answers-0001.results.jsonl"), whole + whole.substring(0, 60));
        try (ResponseStore store = ResponseStores.inMemory()) {
            assertThatThrownBy(() -> batches("openai").importInto(store, Instant.EPOCH))
                    .isInstanceOf(BatchException.class)
                    .hasMessageContaining("line 2")
                    .hasMessageContaining("fetch it again");
            Files.writeString(folder.resolve("m-answers-0001.results.jsonl"), whole + openAiAnswer(TWO, "1. No."));
            assertThat(batches("openai").importInto(store, Instant.EPOCH).imported())
                    .isEqualTo(2);
        }
    }

    @Test
    void aLineOfAnotherRunIsNotTaken() throws Exception {
        export("openai");
        Files.writeString(folder.resolve("m-answers-0001.results.jsonl"), openAiAnswer(key("three"), "1. Yes."));
        try (ResponseStore store = ResponseStores.inMemory()) {
            BatchTally tally = batches("openai").importInto(store, Instant.EPOCH);
            assertThat(tally.foreign()).isEqualTo(1);
            assertThat(tally.missing()).isEqualTo(2);
            assertThat(store.find(key("three"))).isEmpty();
        }
    }
}
