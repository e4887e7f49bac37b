package dev.cultivar.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.engine.LabRun;
import dev.cultivar.settings.StoreMode;
import dev.cultivar.store.ResponseStore;
import dev.cultivar.store.ResponseStores;
import dev.cultivar.store.StoreTransfer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** What small open models were asked with, and what they answered; the README beside it says how that came about. */
final class Recording {

    /** Outcomes of answers that hold ten people, as far as the screen is concerned. */
    private static final Set<String> TEN = Set.of("SCORED", "NO_STANCE", "JUDGE_ERROR");

    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    /** A run of the suite that asks nobody, with the judge of a settings file. */
    static LabRun replay(Path folder, String settings, String model, int responses) throws IOException {
        file(folder, "prompts/en.yaml");
        return new LabRun(folder, file(folder, settings))
                .with("cultivar.store", store(folder).toString())
                .with(
                        "cultivar.prompts",
                        file(folder, "prompts/pt.yaml").getParent().toString())
                .with("cultivar.models", model)
                .with("cultivar.responses", String.valueOf(responses))
                .with("cultivar.mode", "replay");
    }

    /** What a run wrote of each response. */
    static List<JsonNode> responses(Path folder) throws IOException {
        List<JsonNode> responses = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("out/responses.jsonl"))) {
            responses.add(JSON.readTree(line));
        }
        return responses;
    }

    /** The responses that a reader took for something else; each with its outcome. */
    static List<String> otherwise(List<JsonNode> responses, String model) throws IOException {
        Map<String, String> reader = reader(model);
        assertThat(reader).hasSameSizeAs(responses);
        return responses.stream()
                .filter(response -> !read(response).equals(reader.get(key(response))))
                .map(response -> key(response) + " " + outcome(response))
                .toList();
    }

    private static Map<String, String> reader(String model) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open("read.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(",", -1))
                    .filter(row -> row[0].equals(model))
                    .collect(Collectors.toMap(row -> row[1] + " " + row[2] + " " + row[3], row -> row[4]));
        }
    }

    private static String read(JsonNode response) {
        return TEN.contains(outcome(response)) ? "TEN" : outcome(response);
    }

    private static String key(JsonNode response) {
        return response.path("language").asText() + " "
                + response.path("topic").asText() + " "
                + response.path("sample").asInt();
    }

    private static String outcome(JsonNode response) {
        return response.path("outcome").asText();
    }

    static Map<String, Integer> outcomes(List<JsonNode> responses, String language) {
        Map<String, Integer> counts = new TreeMap<>();
        responses.stream()
                .filter(response -> response.path("language").asText().equals(language))
                .forEach(response -> counts.merge(outcome(response), 1, Integer::sum));
        return counts;
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Recording.class.getResourceAsStream(name), name);
    }
}
