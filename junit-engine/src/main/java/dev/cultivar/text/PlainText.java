package dev.cultivar.text;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Makes untrusted text harmless where it is shown as plain text: on a terminal, in a log, in a text file. */
public final class PlainText {

    private static final String ELLIPSIS = "...";
    private static final int LONGEST_QUOTE = 40;
    private static final int LONGEST_WORD = 30;

    /**
     * CSI, OSC, DCS and two-character escape sequences, and their 8-bit forms. A string that never ends loses its first character alone,
     * so that nobody hides the rest of a message behind it.
     */
    private static final Pattern ESCAPES = Pattern.compile("(?:\\x1B\\[|\\x9B)[0-?]*[ -/]*[@-~]?"
            + "|(?:\\x1B[\\]PX^_]|[\\x90\\x98\\x9D-\\x9F])(?:[^\\x07\\x1B\\x90\\x98\\x9C-\\x9F]*+(?:\\x07|\\x1B\\\\|\\x9C))?|\\x1B["
            + " -/]*[0-~]?");

    /** With the blanks around them; begins at the first of these, so that a long run of blanks is read once. */
    private static final Pattern BREAKS =
            Pattern.compile("(?<! ) *+[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029][\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029 ]*");

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\x85\\u2028\\u2029]");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';
    private static final char NON_JOINER = '\u200C';
    private static final char JOINER = '\u200D';

    /** Scripts whose letters change shape at a joiner, so that it can be seen. */
    private static final Set<UnicodeScript> JOINING = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.NKO,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Overrides of the writing direction and invisible characters, which make a line read as another. */
    private static final Pattern DECEIVING = Pattern.compile(
            "[\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\x{E0000}-\\x{E007F}]");

    private PlainText() {}

    /** One line without control characters. */
    public static String line(String text) {
        return settled(text, each -> strip(BREAKS.matcher(withoutEscapes(each)).replaceAll(" "))
                .strip());
    }

    /** One line of at most so many characters, the last three dots where it was cut, between words if it can be. */
    public static String line(String text, int most) {
        return shortened(line(text), most);
    }

    /** The same with one blank for each run of white space: for what a machine laid out in its own way, such as a page of HTML. */
    public static String words(String text, int most) {
        return shortened(unbroken(line(text)), most);
    }

    /** One line of at most so many characters that is cut in its middle: a message says at its end what to do. */
    public static String bothEnds(String text, int most) {
        String line = line(text);
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        int start = line.offsetByCodePoints(line.length(), -(most / 2 - 1));
        int blank = line.indexOf(' ', start - 1);
        boolean between = blank >= 0 && blank - start < LONGEST_WORD;
        return shortened(line, most - most / 2) + " "
                + line.substring(between ? blank : start).strip();
    }

    /** Text that keeps its lines and tabs, without other control characters. */
    public static String text(String text) {
        return settled(
                text, each -> strip(LINE_ENDS.matcher(withoutEscapes(each)).replaceAll("\n")));
    }

    /** Text with half a surrogate pair replaced by a question mark; as long as before. */
    public static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Cleaned until nothing changes: what is taken out can bring a joiner beside a letter that it does not join. */
    private static String settled(String text, UnaryOperator<String> clean) {
        String before = text;
        String after = clean.apply(text);
        while (!after.equals(before)) {
            before = after;
            after = clean.apply(after);
        }
        return after;
    }

    /** What went wrong as one line; its type where it has no message. */
    public static String message(Throwable failure) {
        String message = line(String.valueOf(failure.getMessage()));
        return failure.getMessage() == null || message.isEmpty()
                ? failure.getClass().getSimpleName()
                : message;
    }

    /** What others said, as one sentence among ours: with a full stop, be it theirs or not. */
    public static String sentence(String said) {
        return said.endsWith(".") ? said : said + ".";
    }

    /** A value within a message: in single quotes, shortened, with what cannot be seen as a code point in brackets. */
    public static String quoted(String value) {
        return "'" + line(visible(value), LONGEST_QUOTE) + "'";
    }

    /** Text whose lines and tabs stay, and whose other controls, hidden characters and half pairs are code points in brackets. */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> appendVisible(visible, c));
        return visible.toString();
    }

    /** Appends a character, as {@link #visible(String)} shows it. */
    public static void appendVisible(StringBuilder to, int codePoint) {
        if (isVisible(codePoint)) {
            to.appendCodePoint(codePoint);
        } else {
            to.append(String.format("[U+%04X]", codePoint));
        }
    }

    /**
     * The text itself on one line, with one blank for each run of white space and controls: for what a model is to read, whose letters and
     * joiners stay.
     */
    public static String unbroken(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' || isControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
            if (!space || !blank) {
                line.append(space ? ' ' : c);
            }
            blank = space;
        }
        return line.toString().strip();
    }

    /** Whether it is a control character of either range (U+0000 to U+001F, U+007F to U+009F). */
    public static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint);
    }

    /** Whether it is a line break, a tab or what a reader sees. */
    static boolean isVisible(int c) {
        if (c < 0x7F) {
            return c >= ' ' || c == '\n' || c == '\t';
        }
        return !isControl(c)
                && c != LINE_SEPARATOR
                && c != PARAGRAPH_SEPARATOR
                && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                && (c & 0xFFFE) != 0xFFFE
                && !DECEIVING.matcher(Character.toString(c)).matches();
    }

    /** Never half a pair, and half a word only where it is a long one. */
    private static String shortened(String line, int most) {
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        int end = line.offsetByCodePoints(0, most - ELLIPSIS.length());
        int blank = line.lastIndexOf(' ', end);
        return line.substring(0, blank > 0 && end - blank <= LONGEST_WORD ? blank : end)
                        .strip()
                + ELLIPSIS;
    }

    private static String withoutEscapes(String text) {
        return ESCAPES.matcher(text).replaceAll("");
    }

    private static String strip(String text) {
        String printable = CONTROLS.matcher(text).replaceAll("");
        return DECEIVING
                .matcher(printable)
                .replaceAll(hidden -> spells(printable, hidden.start()) ? hidden.group() : "");
    }

    /** Whether it is a joiner that letters are written with, or that makes one picture of two. */
    private static boolean spells(String text, int at) {
        char joiner = text.charAt(at);
        if ((joiner != JOINER && joiner != NON_JOINER) || at == 0 || at + 1 == text.length()) {
            return false;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at + 1);
        return (JOINING.contains(UnicodeScript.of(before)) && JOINING.contains(UnicodeScript.of(after)))
                || (joiner == JOINER && isPicture(before) && isPicture(after));
    }

    /** A symbol, or what gives the one before it a skin or a colour. */
    private static boolean isPicture(int c) {
        return Character.getType(c) == Character.OTHER_SYMBOL || (c >= 0x1F3FB && c <= 0x1F3FF) || c == 0xFE0F;
    }
}
