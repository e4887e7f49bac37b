package dev.cultivar.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cultivar.model.ProviderException.Kind;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what an endpoint says about a failure; nearly all of them say it alike. */
final class HttpErrors {

    private static final int LONGEST = 240;
    private static final Pattern CODE = Pattern.compile("[A-Za-z_.-]{3,60}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

    private HttpErrors() {}

    static Kind kind(int status) {
        return switch (status) {
            case 401, 402, 403 -> Kind.KEY;
            case 404, 405, 410 -> Kind.NOT_FOUND;
            case 408 -> Kind.TIMEOUT;
            case 425, 429 -> Kind.RATE_LIMIT;
            default -> {
                if (status >= 500) {
                    yield Kind.SERVER;
                }
                yield status >= 400 ? Kind.BAD_REQUEST : Kind.PROTOCOL;
            }
        };
    }

    /** The endpoint's own words, one line of bounded length; empty where there are none. */
    static String words(WireReply reply) {
        Optional<JsonNode> json = tree(reply);
        String said = json.map(HttpErrors::words).orElse("");
        if (said.isEmpty() && json.isEmpty()) {
            said = new String(reply.body(), 0, Math.min(reply.body().length, 4 * LONGEST), Json.UTF_8);
        }
        return oneLine(said);
    }

    /** A code such as {@code insufficient_quota}; empty where there is none. */
    static String code(WireReply reply) {
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

    /** Whether the error's text has the word anywhere. */
    static boolean mentions(WireReply reply, String word) {
        return tree(reply).map(node -> node.toString().contains(word)).orElse(false);
    }

    static String words(JsonNode body) {
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

    static String oneLine(String text) {
        String clean = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }

    private static Optional<JsonNode> tree(WireReply reply) {
        try {
            JsonNode node = Json.MAPPER.readTree(reply.body());
            return node.isContainerNode() ? Optional.of(node) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
