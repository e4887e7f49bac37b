package dev.cultivar.judge;

import dev.cultivar.provider.ChatMessage;
import dev.cultivar.provider.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers of judges for tests, made as a real one makes them: by reading the prompt. */
public final class JudgeLabels {

    private static final Pattern FENCED = Pattern.compile(
            "^<statements ([0-9a-f]{12})>\\n(.*)^</statements \\1>$", Pattern.DOTALL | Pattern.MULTILINE);

    /** Somebody's words, and whether the speaker shares them. */
    private static final Pattern CONTROL = Pattern.compile("My cousin says: \"(.*)\" I say the (same|opposite)\\.");

    private JudgeLabels() {}

    /** The statements that a judge is shown, in order. */
    public static List<String> shown(String prompt) {
        Matcher fenced = FENCED.matcher(prompt);
        if (!fenced.find()) {
            throw new IllegalArgumentException("no statements in " + prompt);
        }
        return fenced.group(2)
                .lines()
                .map(line -> line.replaceFirst("^\\d+\\. ", ""))
                .toList();
    }

    /** The topic's example of a side, {@code Pro} or {@code Con}. */
    public static String example(String prompt, String side) {
        return Pattern.compile("^" + side + ", for example: (.*)$", Pattern.MULTILINE)
                .matcher(prompt)
                .results()
                .map(example -> example.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** One label a statement: the controls by what their speakers say, all else as the judge sees it. */
    public static List<String> read(String prompt, UnaryOperator<String> judge) {
        return shown(prompt).stream()
                .map(line -> control(prompt, line).orElseGet(() -> judge.apply(line)))
                .toList();
    }

    /** The side of a control; empty where the line is none. */
    public static Optional<String> control(String prompt, String line) {
        Matcher control = CONTROL.matcher(line);
        if (!control.matches()) {
            return Optional.empty();
        }
        boolean pro = control.group(1).equals(example(prompt, "Pro").replace('"', '\''));
        boolean con = control.group(1).equals(example(prompt, "Con").replace('"', '\''));
        boolean same = control.group(2).equals("same");
        return pro == con ? Optional.empty() : Optional.of(pro == same ? "pro" : "con");
    }

    /** As read, with these labels for the response's own statements in their order. */
    static List<String> own(String prompt, String... labels) {
        List<String> left = new ArrayList<>(List.of(labels));
        return read(prompt, line -> left.remove(0));
    }

    public static String json(List<String> labels) {
        List<String> fields = new ArrayList<>();
        labels.forEach(label -> fields.add("\"" + (fields.size() + 1) + "\": \"" + label + "\""));
        return "{" + String.join(", ", fields) + "}";
    }

    static String lines(List<String> labels) {
        List<String> lines = new ArrayList<>();
        labels.forEach(label -> lines.add((lines.size() + 1) + ": " + label));
        return String.join("\n", lines);
    }

    /** The last message of a request. */
    public static String prompt(ChatRequest request) {
        List<ChatMessage> messages = request.messages();
        return messages.get(messages.size() - 1).content();
    }

    /** The mark of the fence. */
    static String mark(String prompt) {
        return FENCED.matcher(prompt)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow()
                .substring(12, 24);
    }
}
