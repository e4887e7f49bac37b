package dev.cultivar.judge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.text.Plural;
import dev.cultivar.text.Thoughts;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a judge's answer. It is lenient about what surrounds the labels but strict about their number and names, because a guess would be
 * a made-up stance. An answer is usable if it holds exactly one complete labelling and no other label that contradicts it. Reasoning and
 * stated reasons are ignored.
 */
final class StanceParser {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    /** An answer of twelve labels with reasons is a twentieth of this. */
    private static final int MOST_CHARACTERS = 100_000;

    /** No answer with reasons has this many; checking each start takes time. */
    private static final int MOST_STARTS = 2_000;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    /** A number, a label, and perhaps a reason after a separator, but no reason that begins with "or" or another label. */
    private static final Pattern LINE = Pattern.compile(
            "^[ \\t>*_`|-]*+(?:(?:statement|no\\.?|#)[ \\t]*+)?(\\d{1,4})[ \\t*_`]*+[.):=|-]++[ \\t*_`\"']*+"
                    + "([A-Za-z][A-Za-z-]*)[ \\t*_`\"'|]*+"
                    + "(?:[.,;:()–—|-](?![ \\t*_`\"'/(-]*+(?:or|pro|con|neutral|off-?topic)\\b).*)?$",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    /** Where JSON really begins; a bracket alone may be prose. */
    private static final Pattern OBJECT = Pattern.compile("\\{\\s*+[\"']");

    private static final List<String> NUMBER_FIELDS = List.of("number", "statement", "id", "index");
    private static final List<String> LABEL_FIELDS = List.of("stance", "label");

    private final int count;
    private final Set<Labelling> found = new LinkedHashSet<>();
    private boolean broken;

    private StanceParser(int count) {
        this.count = count;
    }

    /** The answer is not what was asked for. The message says why, without quoting the answer. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String complaint) {
            super(complaint);
        }

        String complaint() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * The labels of an answer.
     *
     * @param answer untrusted
     * @param count how many statements the judge was shown
     * @throws Unusable where the answer has no complete labelling, or several that differ
     */
    static List<Label> read(String answer, int count) throws Unusable {
        String said = Thoughts.strip(
                answer.length() <= MOST_CHARACTERS ? answer : answer.substring(answer.length() - MOST_CHARACTERS));
        StanceParser parser = new StanceParser(count);
        parser.json(said);
        parser.lines(said);
        return parser.one();
    }

    private List<Label> one() throws Unusable {
        if (broken) {
            throw new Unusable("it has JSON that is cut, repeats a name or cannot be read");
        }
        List<Labelling> complete =
                found.stream().filter(labels -> labels.isComplete(count)).toList();
        if (complete.isEmpty()) {
            throw new Unusable(found.isEmpty() ? "it has no labels" : complaint(List.copyOf(found)));
        }
        Labelling one = complete.get(0);
        for (Labelling other : found) {
            if (other.contradicts(one)) {
                throw new Unusable("it labels the statements more than once, and differently");
            }
            if (isBeyond(other)) {
                throw new Unusable(beyond(other));
            }
        }
        return List.copyOf(one.labels().values());
    }

    private boolean isBeyond(Labelling labels) {
        return labels.labels().keySet().stream().anyMatch(number -> number < 1 || number > count);
    }

    /** Describes the largest of several incomplete labellings. */
    private String complaint(List<Labelling> incomplete) {
        Labelling most = incomplete.stream()
                .reduce((a, b) -> b.labels().size() > a.labels().size() ? b : a)
                .orElseThrow();
        if (!most.flaw().isEmpty()) {
            return most.flaw();
        }
        return isBeyond(most)
                ? beyond(most)
                : "it has " + Plural.of(most.labels().size(), "label") + " for " + Plural.of(count, "statement");
    }

    private String beyond(Labelling labels) {
        int first = labels.labels().firstKey();
        return "it has a number " + (first < 1 ? first : labels.labels().lastKey()) + " for "
                + Plural.of(count, "statement");
    }

    private void lines(String said) {
        Labelling.Builder labels = new Labelling.Builder();
        Matcher lines = LINE.matcher(said);
        while (lines.find()) {
            // A line of prose may start with a number too.
            Label.of(lines.group(2))
                    .ifPresent(label -> labels.add(Integer.parseInt(lines.group(1)), Optional.of(label)));
        }
        keep(labels.build());
    }

    private void keep(Labelling labelling) {
        if (!labelling.labels().isEmpty() || !labelling.flaw().isEmpty()) {
            found.add(labelling);
        }
    }

    /** Reads every object and array in the answer, wherever it begins. */
    private void json(String said) {
        int starts = 0;
        int at = 0;
        while (at < said.length() && starts < MOST_STARTS) {
            char c = said.charAt(at);
            if (c != '{' && c != '[') {
                at++;
                continue;
            }
            starts++;
            at += valueAt(said, at);
        }
    }

    /** The length in characters of the value that begins here; 1 where none does. */
    private int valueAt(String said, int from) {
        try (JsonParser parser = MAPPER.createParser(said.substring(from))) {
            JsonNode node = MAPPER.readTree(parser);
            walk(node);
            return (int) parser.currentLocation().getCharOffset();
        } catch (IOException e) {
            broken |= OBJECT.matcher(said).region(from, said.length()).lookingAt();
            return 1;
        }
    }

    private void walk(JsonNode node) {
        if (node.isArray() && labels(node)) {
            return;
        }
        Labelling.Builder labels = new Labelling.Builder();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (NUMBER.matcher(field.getKey()).matches()) {
                int number = Integer.parseInt(field.getKey());
                labels.add(number, element(field.getValue(), number, labels));
            } else if (field.getValue().isContainerNode()) {
                walk(field.getValue());
            }
        }
        keep(labels.build());
        if (node.isArray()) {
            node.forEach(child -> {
                if (child.isContainerNode()) {
                    walk(child);
                }
            });
        }
    }

    /** Reads labels in the order of the statements; returns false where the array holds something else. */
    private boolean labels(JsonNode array) {
        boolean any = false;
        for (JsonNode node : array) {
            any |= label(node).isPresent();
        }
        if (!any) {
            return false;
        }
        Labelling.Builder labels = new Labelling.Builder();
        for (int number = 1; number <= array.size(); number++) {
            labels.add(number, element(array.get(number - 1), number, labels));
        }
        keep(labels.build());
        return true;
    }

    /** A bare label, or an object with the statement's number, which must then be right. */
    private static Optional<Label> element(JsonNode node, int number, Labelling.Builder labels) {
        for (String field : NUMBER_FIELDS) {
            JsonNode given = node.path(field);
            if (given.isInt() && given.asInt() != number) {
                labels.flaw("its labels are not in the order of the statements");
            }
        }
        return label(node);
    }

    private static Optional<Label> label(JsonNode node) {
        if (node.isTextual()) {
            return Label.of(node.asText());
        }
        List<String> named = LABEL_FIELDS.stream()
                .map(node::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .distinct()
                .toList();
        return named.size() == 1 ? Label.of(named.get(0)) : Optional.empty();
    }
}
