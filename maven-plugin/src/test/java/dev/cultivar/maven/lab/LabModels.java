package dev.cultivar.maven.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.planted.PlantedServer;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.survey.PopulationTable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a lab serves: the built-in models of known values under names of paid ones, a judge, a translator that marks what it
 * translates, and a speaker of Italian, whom the built-in ones do not have.
 */
final class LabModels implements AutoCloseable {

    private static final Map<String, String> NAMES = Map.of(
            "gpt-4o", "perfect-local",
            "gpt-6.1-sol", "perfect-local",
            "claude-sonnet-4-6", "perfect-local",
            "claude-opus-5-5", "perfect-local",
            "google/gemma-2-9b-it", "perfect-local",
            "gpt-4o-mini", "judge",
            "gpt-6-luna", "judge");

    /** What the translator puts before a sentence, and takes away again. */
    private static final String MARK = "In italiano: ";

    private static final List<String> FOR = List.of(
            "Secondo me è una cosa giusta e va lasciata alla libertà di ogni persona",
            "Penso che sia accettabile, perché ognuno deve poter scegliere per la propria vita");
    private static final List<String> AGAINST = List.of(
            "Secondo me è una cosa sbagliata e non dovrebbe mai essere permessa",
            "Penso che non sia accettabile, perché va contro i valori della nostra comunità");

    private static final Pattern EXAMPLE = Pattern.compile("^(Pro|Con), for example: (.*)$", Pattern.MULTILINE);
    private static final Pattern QUOTE = Pattern.compile(".* says: \"(.*)\" I say the (same|opposite)\\.");
    private static final Pattern STATEMENT = Pattern.compile("^(\\d+)\\. (.*)$", Pattern.MULTILINE);

    private final PlantedServer server = PlantedServer.start(
            PopulationTable.builtIn(),
            List.of("da", "nl", "en", "pt").stream()
                    .map(code -> PromptBooks.builtIn(code).orElseThrow())
                    .toList());
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Answers one chat completion. */
    JsonNode chat(JsonNode request) throws IOException, InterruptedException {
        String prompt = last(request.path("messages"));
        if (request.path("model").asText().equals("translator")) {
            return reply(prompt.startsWith(MARK) ? prompt.substring(MARK.length()) : MARK + prompt);
        } else if (prompt.startsWith(MARK)) {
            return reply(italian(request.path("seed").asLong() * 31 + prompt.hashCode()));
        } else if (prompt.contains("Language of the statements: it\n")) {
            return reply(judged(prompt));
        } else if (prompt.startsWith("Invent a word")) {
            return reply("ok"); // the doctor's
        }
        ObjectNode asked = request.deepCopy();
        String model = request.path("model").asText();
        asked.put("model", NAMES.getOrDefault(model, model));
        if (asked.has("max_completion_tokens")) {
            asked.set("max_tokens", asked.remove("max_completion_tokens"));
        }
        return StandInLab.JSON.readTree(client.send(
                        HttpRequest.newBuilder(URI.create(server.baseUrl() + "/chat/completions"))
                                .POST(HttpRequest.BodyPublishers.ofString(asked.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }

    /** Answers the lines of a request file in OpenAI's format, as {@code vllm run-batch} does. */
    String answerLines(String requests) throws IOException, InterruptedException {
        StringBuilder results = new StringBuilder();
        for (String line : (Iterable<String>) requests.lines()::iterator) {
            JsonNode request = StandInLab.JSON.readTree(line);
            ObjectNode result = StandInLab.JSON.createObjectNode();
            result.put("id", "vllm-1")
                    .put("custom_id", request.path("custom_id").asText());
            result.putObject("response").put("status_code", 200).set("body", chat(request.path("body")));
            results.append(result.putNull("error")).append('\n');
        }
        return results.toString();
    }

    private static String last(JsonNode messages) {
        return messages.path(messages.size() - 1).path("content").asText();
    }

    private static String italian(long seed) {
        Random random = new Random(seed);
        StringBuilder list = new StringBuilder();
        int inFavour = random.nextInt(11);
        for (int number = 1; number <= 10; number++) {
            List<String> side = number <= inFavour ? FOR : AGAINST;
            list.append(number)
                    .append(". ")
                    .append(side.get(random.nextInt(side.size())))
                    .append(".\n");
        }
        return list.toString();
    }

    /** Knows its own speaker's sentences, and the topic's two examples where somebody quotes one. */
    private static String judged(String prompt) {
        Map<String, String> examples = new HashMap<>();
        EXAMPLE.matcher(prompt).results().forEach(found -> examples.put(found.group(2), found.group(1)));
        ObjectNode stances = StandInLab.JSON.createObjectNode();
        STATEMENT
                .matcher(prompt)
                .results()
                .forEach(found -> stances.put(
                        found.group(1), side(found.group(2), examples).toLowerCase(Locale.ROOT)));
        return stances.toString();
    }

    private static String side(String statement, Map<String, String> examples) {
        Matcher quote = QUOTE.matcher(statement);
        if (quote.matches() && examples.containsKey(quote.group(1))) {
            String quoted = examples.getOrDefault(quote.group(1), "");
            return quote.group(2).equals("same") ? quoted : quoted.equals("Pro") ? "Con" : "Pro";
        }
        return AGAINST.stream().anyMatch(statement::contains) ? "Con" : "Pro";
    }

    private static JsonNode reply(String text) {
        ObjectNode reply = StandInLab.JSON.createObjectNode().put("id", "c").put("object", "chat.completion");
        reply.put("model", "stand-in");
        reply.putArray("choices")
                .addObject()
                .put("index", 0)
                .put("finish_reason", "stop")
                .putObject("message")
                .put("role", "assistant")
                .put("content", text);
        reply.putObject("usage").put("prompt_tokens", 20).put("completion_tokens", 100);
        return reply;
    }

    @Override
    public void close() {
        server.close();
    }
}
