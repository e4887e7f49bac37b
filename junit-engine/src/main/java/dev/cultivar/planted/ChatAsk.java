package dev.cultivar.planted;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.settings.PlantedModels;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;

/**
 * The parts of a chat completions request that the planted server reads.
 *
 * @param model name without {@code planted/}
 * @param prompt the last user message
 * @param seed 0 where the request has none
 * @param maxTokens limit on the answer, if there is one
 * @param form the form in which to give the answer
 * @param tool name of the tool to call, where there is one
 */
record ChatAsk(String model, String prompt, long seed, OptionalInt maxTokens, Form form, String tool) {

    enum Form {
        TEXT,
        JSON,
        TOOL
    }

    static ChatAsk of(JsonNode body) {
        String model = body.path("model").asText("");
        if (model.isEmpty() || !body.path("messages").isArray()) {
            throw new PlantedModelException(400, "invalid_request", "A request needs 'model' and 'messages'.");
        }
        String prompt = "";
        for (JsonNode message : body.path("messages")) {
            if (message.path("role").asText("").equals("user")) {
                prompt = message.path("content").asText("");
            }
        }
        JsonNode tool = body.path("tools").path(0).path("function").path("name");
        String format = body.path("response_format").path("type").asText("").toLowerCase(Locale.ROOT);
        Form form = tool.isTextual() ? Form.TOOL : format.startsWith("json") ? Form.JSON : Form.TEXT;
        JsonNode limit = body.path("max_tokens");
        return new ChatAsk(
                PlantedModels.isPlanted(model) ? PlantedModels.wireName(model) : model,
                prompt,
                body.path("seed").asLong(0),
                limit.isInt() ? OptionalInt.of(limit.asInt()) : OptionalInt.empty(),
                form,
                tool.asText(""));
    }

    /** The same for the same request, regardless of earlier requests. */
    Random random() {
        long mixed = seed;
        for (String part : new String[] {model, prompt}) {
            mixed = (mixed ^ part.hashCode()) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 32;
        }
        return new Random(mixed);
    }
}
