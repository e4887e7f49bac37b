package dev.cultivar.screen.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads statements from JSON: an array, or an object with one entry per person. */
final class JsonReader {

    private static final ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int DEEPEST = 50;

    private JsonReader() {}

    /** Empty where the answer is not JSON; truncated JSON keeps its complete values. */
    static Optional<Reading> read(String answer) {
        int from = start(answer);
        if (from < 0) {
            return Optional.empty();
        }
        JsonNode tree = tree(answer.substring(from));
        List<String> statements = tree == null ? List.of() : largest(tree, 0);
        return statements.size() < 2
                ? Optional.empty()
                : Optional.of(
                        new Reading(answer.substring(0, from), statements, true, false, new TreeSet<>(List.of(0))));
    }

    /** Where JSON begins; it must be the first thing on a line. */
    private static int start(String answer) {
        boolean lineBegins = true;
        for (int i = 0; i < answer.length(); i++) {
            char c = answer.charAt(i);
            if (lineBegins && (c == '{' || c == '[') && looksLikeJson(answer, i)) {
                return i;
            }
            lineBegins = c == '\n' || (lineBegins && Character.isWhitespace(c));
        }
        return -1;
    }

    private static boolean looksLikeJson(String answer, int at) {
        int i = at + 1;
        while (i < answer.length() && Character.isWhitespace(answer.charAt(i))) {
            i++;
        }
        return i < answer.length() && "{[\"".indexOf(answer.charAt(i)) >= 0;
    }

    private static @Nullable JsonNode tree(String json) {
        JsonNode whole = parsed(json);
        return whole == null ? parsed(closed(json)) : whole;
    }

    private static @Nullable JsonNode parsed(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node == null || node.isMissingNode() ? null : node;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** The JSON up to the last complete value, with open brackets closed. */
    private static String closed(String json) {
        StringBuilder open = new StringBuilder();
        boolean inText = false;
        boolean value = false;
        char before = ' ';
        int end = 0;
        String closers = "";
        for (int i = 0; i < json.length() && open.length() < DEEPEST; i++) {
            char c = json.charAt(i);
            if (inText) {
                i += c == '\\' ? 1 : 0;
                inText = c != '"';
                if (!inText && open.length() > 0 && value) {
                    end = i + 1;
                    closers = open.toString();
                }
            } else if (c == '"') {
                inText = true;
                // In an object, a text is a value only after a colon.
                value = before == ':' || (open.length() > 0 && open.charAt(0) == ']');
            } else if (c == '{' || c == '[') {
                open.insert(0, c == '{' ? '}' : ']');
            } else if ((c == '}' || c == ']') && open.length() > 0) {
                open.deleteCharAt(0);
                end = i + 1;
                closers = open.toString();
            }
            before = Character.isWhitespace(c) ? before : c;
        }
        return json.substring(0, end) + closers;
    }

    private static List<String> largest(JsonNode node, int depth) {
        List<String> best = statements(node);
        if (depth < DEEPEST) {
            for (JsonNode child : node) {
                List<String> inner = child.isContainerNode() ? largest(child, depth + 1) : List.of();
                best = inner.size() > best.size() ? inner : best;
            }
        }
        return best;
    }

    /** One text for each child of an array, or of an object with one entry per person. */
    private static List<String> statements(JsonNode node) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode child : node) {
            if (child.isTextual()) {
                rows.add(List.of(StatementText.clean(child.asText())));
            } else if (child.isObject()) {
                List<String> cells = new ArrayList<>();
                child.forEach(cell -> cells.add(cell.isTextual() ? StatementText.clean(cell.asText()) : ""));
                rows.add(cells);
            }
        }
        int column = Columns.best(rows);
        return rows.stream()
                .map(row -> column < row.size() ? row.get(column) : "")
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
