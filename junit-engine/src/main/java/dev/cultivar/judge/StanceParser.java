package dev.cultivar.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.api.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a judge's answer: lenient on what stands around the stances, strict on how many there are and on what they are
 * called, for a guess would be a made-up stance.
 */
final class StanceParser {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern FENCED = Pattern.compile("```[A-Za-z]*\\s*(.*?)```", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile(
            "^[\\s>*_`|-]*(?:(?:statement|no\\.?|#)\\s*)?(\\d{1,4})[\\s*_`]*[.):=|-]+[\\s*_`\"']*([A-Za-z][A-Za-z-]*)[\\s*_`\"'.,|]*$",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private StanceParser() {}

    /** What the judge says of one statement. */
    enum Label {
        PRO(Stance.PRO),
        CON(Stance.CON),
        NEUTRAL(Stance.NEUTRAL),
        /** Neutral for all that is computed, and counted apart. */
        OFF_TOPIC(Stance.NEUTRAL);

        private final Stance stance;

        Label(Stance stance) {
            this.stance = stance;
        }

        Stance stance() {
            return stance;
        }
    }

    /** The answer is not what was asked for; the message says how, without quoting it. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String complaint) {
            super(complaint);
        }

        String complaint() {
            return String.valueOf(getMessage());
        }
    }

    static List<Label> json(String answer, int count) throws Unusable {
        JsonNode tree = find(answer);
        if (tree.isObject() && tree.size() == 1 && tree.path("stances").isContainerNode()) {
            tree = tree.path("stances");
        }
        if (tree.size() != count) {
            throw new Unusable("it has " + tree.size() + " stances for " + count + " statements");
        }
        List<Label> read = new ArrayList<>(count);
        for (int number = 1; number <= count; number++) {
            JsonNode node = tree.isArray() ? tree.get(number - 1) : tree.path(String.valueOf(number));
            if (node.isMissingNode()) {
                throw new Unusable("it has no stance of statement " + number);
            }
            read.add(element(node, number));
        }
        return read;
    }

    /** A bare label, or an object that numbers it; then the number must be right. */
    private static Label element(JsonNode node, int number) throws Unusable {
        if (node.isTextual()) {
            return stance(node.asText());
        }
        if (node.isObject()) {
            for (String field : new String[] {"number", "statement", "id", "index"}) {
                JsonNode given = node.path(field);
                if (given.isInt() && given.asInt() != number) {
                    throw new Unusable("its stances are not in the order of the statements");
                }
            }
            for (String field : new String[] {"stance", "label"}) {
                if (node.path(field).isTextual()) {
                    return stance(node.path(field).asText());
                }
            }
        }
        throw new Unusable("stance " + number + " is no label");
    }

    static List<Label> text(String answer, int count) throws Unusable {
        @Nullable Label[] read = new Label[count];
        Matcher lines = LINE.matcher(answer);
        int found = 0;
        while (lines.find()) {
            int number = Integer.parseInt(lines.group(1));
            if (number < 1 || number > count) {
                throw new Unusable("it has a number " + number + " for " + count + " statements");
            }
            if (read[number - 1] != null) {
                throw new Unusable("it labels statement " + number + " twice");
            }
            read[number - 1] = stance(lines.group(2));
            found++;
        }
        if (found == 0 && (answer.indexOf('[') >= 0 || answer.indexOf('{') >= 0)) {
            return json(answer, count);
        }
        List<Label> stances = new ArrayList<>(count);
        for (Label stance : read) {
            if (stance == null) {
                throw new Unusable("it has " + found + " stances for " + count + " statements");
            }
            stances.add(stance);
        }
        return stances;
    }

    private static Label stance(String label) throws Unusable {
        return switch (label.strip().toLowerCase(Locale.ROOT)) {
            case "pro" -> Label.PRO;
            case "con" -> Label.CON;
            case "neutral" -> Label.NEUTRAL;
            case "off-topic", "off_topic", "offtopic" -> Label.OFF_TOPIC;
            default -> throw new Unusable("it has a label that is none of pro, con, neutral, off-topic");
        };
    }

    private static JsonNode find(String answer) throws Unusable {
        Optional<JsonNode> whole = parse(answer.strip());
        if (whole.isPresent()) {
            return whole.get();
        }
        Matcher fenced = FENCED.matcher(answer);
        while (fenced.find()) {
            Optional<JsonNode> inner = parse(fenced.group(1).strip());
            if (inner.isPresent()) {
                return inner.get();
            }
        }
        for (String brackets : new String[] {"{}", "[]"}) {
            int from = answer.indexOf(brackets.charAt(0));
            int to = answer.lastIndexOf(brackets.charAt(1));
            if (from >= 0 && to > from) {
                Optional<JsonNode> inner = parse(answer.substring(from, to + 1));
                if (inner.isPresent()) {
                    return inner.get();
                }
            }
        }
        throw new Unusable("it has no readable JSON");
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node != null && node.isContainerNode() ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
