package dev.cultivar.planted;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.api.Stance;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the judge's prompt as a language model would, and labels the statements that it knows. */
final class PlantedJudge {

    private static final Pattern STATEMENTS =
            Pattern.compile("<statements ([0-9a-f]+)>\\n(.*?)\\n</statements \\1>", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("^(\\d+)\\. (.*)$", Pattern.MULTILINE);
    private static final Pattern LANGUAGE =
            Pattern.compile("^Language of the statements: ([a-z]+)$", Pattern.MULTILINE);

    /** Someone's words, and whether the speaker agrees with them. */
    private static final Pattern QUOTE = Pattern.compile(".+ says: \"(.+)\" I say the (same|opposite)\\.");

    private static final Pattern PRO = Pattern.compile("^Pro, for example: (.+)$", Pattern.MULTILINE);
    private static final Pattern CON = Pattern.compile("^Con, for example: (.+)$", Pattern.MULTILINE);

    private final Map<String, Sentences> sentences;
    private final Map<String, StanceMemory> memories = new ConcurrentHashMap<>();

    PlantedJudge(Map<String, Sentences> sentences) {
        this.sentences = sentences;
    }

    /** The answer's text, or the tool's arguments where there is a tool to call. */
    String answer(ChatAsk ask) {
        SortedMap<Integer, Stance> stances = judge(ask.prompt());
        if (ask.form() == ChatAsk.Form.TEXT) {
            StringBuilder lines = new StringBuilder();
            stances.forEach((number, stance) ->
                    lines.append(number).append(": ").append(label(stance)).append('\n'));
            return lines.toString().strip();
        }
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        stances.forEach((number, stance) -> labels.put(String.valueOf(number), label(stance)));
        return labels.toString();
    }

    private SortedMap<Integer, Stance> judge(String prompt) {
        Matcher fenced = STATEMENTS.matcher(prompt);
        if (!fenced.find()) {
            throw new PlantedModelException(400, "no_statements", "The planted judge was shown no statements.");
        }
        Matcher language = LANGUAGE.matcher(prompt);
        Collection<StanceMemory> known = memories(language.find() ? Optional.of(language.group(1)) : Optional.empty());
        Map<String, Stance> examples = new HashMap<>();
        PRO.matcher(prompt).results().forEach(example -> examples.putIfAbsent(plain(example.group(1)), Stance.PRO));
        CON.matcher(prompt).results().forEach(example -> examples.putIfAbsent(plain(example.group(1)), Stance.CON));
        SortedMap<Integer, Stance> stances = new TreeMap<>();
        Matcher statement = STATEMENT.matcher(fenced.group(2));
        while (statement.find()) {
            stances.put(Integer.parseInt(statement.group(1)), stance(statement.group(2), examples, known));
        }
        return stances;
    }

    /** Quotations have other quotation marks inside. */
    private static String plain(String example) {
        return example.replace('"', '\'');
    }

    private static Stance stance(String text, Map<String, Stance> examples, Collection<StanceMemory> known) {
        Matcher quote = QUOTE.matcher(text);
        if (quote.matches()) {
            Stance quoted = stance(quote.group(1), examples, known);
            return quote.group(2).equals("same") ? quoted : opposite(quoted);
        }
        Stance example = examples.get(plain(text));
        return example == null ? known(text, known) : example;
    }

    private static Stance opposite(Stance stance) {
        return switch (stance) {
            case PRO -> Stance.CON;
            case CON -> Stance.PRO;
            case NEUTRAL -> Stance.NEUTRAL;
        };
    }

    private static Stance known(String text, Collection<StanceMemory> known) {
        return known.stream()
                .map(memory -> memory.of(text))
                .filter(side -> side != Stance.NEUTRAL)
                .findFirst()
                .orElse(Stance.NEUTRAL);
    }

    private Collection<StanceMemory> memories(Optional<String> language) {
        return sentences.entrySet().stream()
                .filter(entry -> language.isEmpty() || entry.getKey().equals(language.get()))
                .map(entry -> memories.computeIfAbsent(entry.getKey(), code -> new StanceMemory(entry.getValue())))
                .toList();
    }

    private static String label(Stance stance) {
        return stance.name().toLowerCase(Locale.ROOT);
    }
}
