package dev.cultivar.screen.reading;

import dev.cultivar.text.Thoughts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer as a reader would see it: without reasoning or template tokens, and with its markup turned into lines. */
public final class AnswerText {

    /** The first of these marks. */
    private static final char SOFT_HYPHEN = '\u00ad';

    /** Tokens that end a turn; a server that does not know them passes them on. */
    private static final Pattern TOKENS = Pattern.compile(
            "</?s>|<\\|?(?:eot_id|eom_id|im_end|im_start|end_of_text|endoftext|end|return|eos"
                    + "|end_of_turn|start_of_turn|assistant|user|system|begin_of_solution|end_of_solution"
                    + "|START_RESPONSE|END_RESPONSE|END_OF_TURN_TOKEN|START_OF_TURN_TOKEN|CHATBOT_TOKEN)\\|?>"
                    + "|<｜[^｜<>]{1,40}｜>|\\[/?INST\\]|<eos>|<bos>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TURN = Pattern.compile("(?<=[.!?。\"”*])(?:assistant|user|model)(?=\\s*(?:\\n|$))");
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9_-]{0,30})((?:\\s[^<>]{0,200})?)/?>");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern LATEX_ITEM = Pattern.compile("(?m)^[ \\t]*\\\\item(?:\\[[^\\]\\n]{0,40}\\])?");
    private static final Pattern LATEX_BLOCK = Pattern.compile("\\\\(?:begin|end)\\{[a-z*]{1,20}\\}");

    private static final Set<String> INLINE = Set.of(
            "i", "em", "u", "span", "a", "small", "sup", "sub", "font", "q", "mark", "code", "cite", "s", "del", "ins");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "br",
            "hr",
            "ul",
            "ol",
            "table",
            "tbody",
            "thead",
            "section",
            "article",
            "details",
            "summary",
            "body",
            "html",
            "blockquote",
            "dl",
            "dt",
            "dd",
            "answer",
            "response",
            "output",
            "final",
            "result",
            "solution",
            "final_answer");

    private AnswerText() {}

    /** @param answer untrusted text */
    public static String of(String answer) {
        String text = Thoughts.strip(answer);
        if (text.indexOf('<') >= 0 || text.indexOf('[') >= 0) {
            text = TOKENS.matcher(text).replaceAll("\n");
        }
        if (text.contains("assistant") || text.contains("user") || text.contains("model")) {
            text = TURN.matcher(text).replaceAll("\n");
        }
        if (text.indexOf('\n') < 0 && text.contains("\\n")) {
            text = text.replace("\\n", "\n");
        }
        if (text.contains("\\item")) {
            text = LATEX_BLOCK
                    .matcher(LATEX_ITEM.matcher(text).replaceAll("- "))
                    .replaceAll("");
        }
        return invisible(text.indexOf('<') < 0 ? text : lines(text));
    }

    /** Invisible marks would separate a number from its dot. Those in keycaps and joined letters stay. */
    private static String invisible(String text) {
        int first = 0;
        while (first < text.length() && !isInvisible(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            if (!isInvisible(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean isInvisible(char c) {
        return c >= SOFT_HYPHEN && Character.getType(c) == Character.FORMAT && c != '\u200c' && c != '\u200d';
    }

    /** Turns tags into line breaks, numbers and bullets. */
    private static String lines(String text) {
        Map<String, Integer> counts = new HashMap<>();
        Matcher tags = TAG.matcher(text);
        while (tags.find()) {
            if (tags.group(1).isEmpty()) {
                counts.merge(name(tags), 1, Integer::sum);
            }
        }
        StringBuilder lines = new StringBuilder(text.length());
        Matcher tag = TAG.matcher(text);
        boolean ordered = false;
        int item = 0;
        int from = 0;
        while (tag.find()) {
            lines.append(text, from, tag.start());
            from = tag.end();
            String name = name(tag);
            boolean opens = tag.group(1).isEmpty();
            if (name.equals("ol") && opens) {
                ordered = true;
                item = 0;
            } else if (name.equals("ul") && opens) {
                ordered = false;
            }
            if (name.equals("li") && opens) {
                item++;
                lines.append(ordered ? "\n" + item + ". " : "\n- ");
            } else {
                lines.append(replacement(tag, name, opens, counts.getOrDefault(name, 0)));
            }
        }
        return lines.append(text, from, text.length()).toString();
    }

    private static String name(Matcher tag) {
        return tag.group(2).toLowerCase(Locale.ROOT).replaceAll("[0-9_-]+$", "");
    }

    private static String replacement(Matcher tag, String name, boolean opens, int count) {
        if (name.equals("strong") || name.equals("b")) {
            return "**";
        }
        if (INLINE.contains(name)) {
            return "";
        }
        if (name.equals("td") || name.equals("th")) {
            return opens ? "| " : " ";
        }
        if (name.equals("tr")) {
            return opens ? "\n" : "|\n";
        }
        if (name.isEmpty() || name.matches("h[1-6]?")) {
            return opens ? "\n### " : "\n";
        }
        if (BLOCKS.contains(name) || !opens || count < 2) {
            return "\n";
        }
        // A tag that the model made up and uses once per person.
        Matcher number = NUMBER.matcher(tag.group(3) + " " + tag.group(2));
        return number.find() ? "\n" + number.group() + ". " : "\n- ";
    }
}
