package dev.cultivar.model.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.provider.WireResponse;
import dev.cultivar.text.PlainText;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what an endpoint says about a failure; nearly all of them use the same form. */
public final class HttpErrors {

    private static final int LONGEST = 240;
    private static final Pattern CODE = Pattern.compile("[A-Za-z_.-]{3,60}");

    private HttpErrors() {}

    /** The endpoint's own words, on one line of limited length; empty where there are none. */
    public static String words(WireResponse reply) {
        Optional<JsonNode> json = tree(reply);
        String said = json.map(HttpErrors::words).orElse("");
        if (said.isEmpty() && json.isEmpty()) {
            said = new String(reply.body(), 0, Math.min(reply.body().length, 4 * LONGEST), WireJson.UTF_8);
        }
        return oneLine(said);
    }

    /** A code such as {@code insufficient_quota}; empty where there is none. */
    public static String code(WireResponse reply) {
        JsonNode error = tree(reply).map(node -> node.path("error")).orElse(null);
        if (error == null) {
            return "";
        }
        for (String field : new String[] {"code", "type", "status"}) {
            String value = error.path(field).asText("");
            if (CODE.matcher(value).matches()) {
                return value;
            }
        }
        return "";
    }

    /** Whether the error's text contains the word. */
    public static boolean mentions(WireResponse reply, String word) {
        return tree(reply).map(node -> node.toString().contains(word)).orElse(false);
    }

    public static String words(JsonNode body) {
        JsonNode node = body.isArray() && !body.isEmpty() ? body.get(0) : body;
        JsonNode error = node.path("error");
        if (error.isTextual()) {
            return error.asText();
        }
        for (JsonNode candidate : new JsonNode[] {
            error.path("message"), node.path("message"), node.path("detail"), node.path("error_description")
        }) {
            if (candidate.isTextual()) {
                return candidate.asText();
            }
        }
        return node.path("detail").isMissingNode() ? "" : node.path("detail").toString();
    }

    public static String oneLine(String text) {
        return PlainText.words(text, LONGEST);
    }

    static Optional<JsonNode> tree(WireResponse reply) {
        try {
            JsonNode node = WireJson.MAPPER.readTree(reply.body());
            return node.isContainerNode() ? Optional.of(node) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
