package dev.cultivar.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes a reasoning model's thoughts from its output. They are not part of the answer, whether tags, brackets, channels or headings mark
 * them.
 */
public final class Thoughts {

    private static final String NAME = "(?:think(?:ing)?|thoughts?|reason(?:ing)?|thought[_ -]process|chain[_ -]of[_"
            + " -]thought|cot|reflection|scratch_?pad|inner[_ ](?:monologue|thoughts?)|internal[_"
            + " ]monologue|deliberation|rationale|analysis|plan(?:ning)?|draft)";

    /** A tag may have a namespace and attributes; the part after the name is short, which keeps matching linear. */
    private static final Pattern MARK = Pattern.compile(
            "(?<open><(?:\\w{1,20}:)?" + NAME + "(?:\\s[^<>]{0,200})?>"
                    + "|\\[{1,2}" + NAME + "\\]{1,2}|◁" + NAME + "▷|<\\|" + NAME + "\\|>"
                    + "|<\\|(?:begin|start)_?(?:of_)?" + NAME + "\\|>|<\\|open\\|>" + NAME + "<\\|sep\\|>"
                    + "|<\\|inner_prefix\\|>|<\\|channel>(?:thought|analysis)|<unused94>(?:thought)?"
                    + "|<details\\s[^<>]{0,100}type=.?reasoning[^<>]{0,100}>|(?m:^)```" + NAME + "\\b)"
                    + "|(?<close></(?:\\w{1,20}:)?" + NAME + "\\s{0,3}>"
                    + "|\\[{1,2}/" + NAME + "\\]{1,2}|◁/" + NAME + "▷|<\\|/" + NAME + "\\|>"
                    + "|<\\|end_?(?:of_)?" + NAME + "\\|>|<\\|close\\|>" + NAME + "<\\|sep\\|>"
                    + "|<\\|inner_suffix\\|>|<channel\\|>|<unused95>)"
                    + "|(?<fold></details>)|(?<fence>(?m:^)```\\s{0,3}$)",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** Every mark begins with one of these characters. */
    private static final String MARKS = "<[`◁";

    /** Only the last channel of the harmony format is the answer. */
    private static final Pattern FINAL_CHANNEL = Pattern.compile(
            "<\\|channel\\|>\\s{0,3}final\\b[^<]{0,100}(?:<\\|constrain\\|>[^<]{0,50})?<\\|message\\|>");

    private static final Pattern CHANNEL_END = Pattern.compile("<\\|(?:end|return|call|start)\\|>");

    /** The same if a server dropped the tokens and left the words between them. */
    private static final Pattern BARE_CHANNEL =
            Pattern.compile("\\A\\s{0,20}(?:analysis|commentary)(?=[^\\s\\p{Ll}\\p{Punct}])");

    private static final String BARE_FINAL = "assistantfinal";

    private static final Pattern HEADING = Pattern.compile(
            "\\A[\\s*#_>]{0,20}(?:(?<process>(?:(?:here is )?my )?(?:thought|thinking"
                    + "|reasoning) process|thinking|reasoning|chain of thought|tankeproces|denkproces"
                    + "|gedachtegang|processo de pensamento|raciocínio|gedankengang|denkprozess"
                    + "|proceso de pensamiento|razonamiento|raisonnement|tankegång|tankeprocess|resonemang"
                    + "|思考(?:過程|プロセス)|mchakato wa (?:kufikiri|mawazo))|(?:my )?thoughts|analysis|plan|draft"
                    + "|overvejelser|tanker|overwegingen|überlegungen|réflexion|考え)[*_]{0,3}\\s{0,3}[:：]",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FINAL_HEADING = Pattern.compile(
            "^[\\s*#_>]{0,20}(?:(?:the |my )?(?:final )?(?:answer|response|output)|here is my"
                    + " (?:answer|response)|(?:endeligt |endelige )?svar|(?:definitief |eind-?)?antwoord|resposta(?:"
                    + " final)?|(?:endgültige )?antwort|respuesta(?: final)?|réponse(?: finale)?|(?:slutgiltigt"
                    + " |slut)?svar|(?:最終)?(?:回答|答え)|jibu(?: la mwisho)?)[*_]{0,3}\\s{0,3}[:：][*_]{0,3}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);

    /** Some models stop immediately, after two or three tokens. */
    private static final int TOKENS_OF_NOTHING = 8;

    private Thoughts() {}

    /**
     * Whether a model only thought and said nothing. Tokens that a provider counts but does not show are thoughts, whatever field or mark
     * contained them.
     *
     * @param answer without thoughts
     * @param tokens that the model wrote, thoughts included; 0 if not counted
     * @param cut whether the limit of tokens ended it
     */
    public static boolean tookAll(String answer, long tokens, boolean cut) {
        return answer.isBlank() && (tokens > TOKENS_OF_NOTHING || cut);
    }

    /**
     * The answer without its thoughts. If the opening mark belongs to the model's template, only the closing one arrives, and everything
     * before it is thought. A thought that never ends leaves no answer.
     */
    public static String strip(String text) {
        if (text.contains("<|channel|>")) {
            return finalChannel(text);
        }
        if (BARE_CHANNEL.matcher(text).find()) {
            int end = text.lastIndexOf(BARE_FINAL);
            return end < 0 ? "" : text.substring(end + BARE_FINAL.length()).stripLeading();
        }
        return belowHeadings(withoutMarked(text));
    }

    private static String finalChannel(String text) {
        Matcher channel = FINAL_CHANNEL.matcher(text);
        int from = -1;
        while (channel.find()) {
            from = channel.end();
        }
        if (from < 0) {
            return "";
        }
        Matcher end = CHANNEL_END.matcher(text);
        return text.substring(from, end.find(from) ? end.start() : text.length())
                .strip();
    }

    private static String withoutMarked(String text) {
        if (MARKS.chars().noneMatch(mark -> text.indexOf(mark) >= 0)) {
            return text;
        }
        Matcher mark = MARK.matcher(text);
        StringBuilder answer = new StringBuilder();
        String opened = "";
        int from = 0;
        boolean marked = false;
        int lastClosed = text.lastIndexOf("[/");
        while (mark.find()) {
            boolean closes = mark.group("close") != null
                    || (mark.group("fold") != null && opened.startsWith("<details"))
                    || (mark.group("fence") != null && opened.startsWith("```"));
            if (closes) {
                if (opened.isEmpty()) {
                    answer.setLength(0);
                }
                opened = "";
                from = mark.end();
                marked = true;
            } else if (opened.isEmpty() && mark.group("open") != null && opens(mark, lastClosed)) {
                answer.append(text, from, mark.start());
                opened = mark.group().toLowerCase(Locale.ROOT);
                marked = true;
            }
        }
        if (!opened.isEmpty()) {
            return "";
        }
        String rest = answer.append(text, from, text.length()).toString();
        return marked ? rest.strip() : rest;
    }

    /** An ordinary text may have such a word in brackets; in capitals, or with a closing mark later on, it is a mark. */
    private static boolean opens(Matcher mark, int lastClosed) {
        String word = mark.group();
        return !word.startsWith("[") || word.equals(word.toUpperCase(Locale.ROOT)) || mark.end() <= lastClosed;
    }

    private static String belowHeadings(String text) {
        Matcher heading = HEADING.matcher(text);
        if (!heading.find()) {
            return text;
        }
        Matcher last = FINAL_HEADING.matcher(text);
        int from = -1;
        while (last.find()) {
            from = last.end();
        }
        // "Thoughts:" may stand over what ten people think; "Thinking process:" may not.
        String unfinished = heading.group("process") == null ? text : "";
        return from < 0 ? unfinished : text.substring(from).strip();
    }
}
