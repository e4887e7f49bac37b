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
     * CSI, OSC, DCS and two-character escape sequences, and their 8-bit forms. An unterminated string sequence loses only its first
     * character, so that it cannot hide the rest of a message.
     */
    private static final Pattern ESCAPES = Pattern.compile("(?:\\x1B\\[|\\x9B)[0-?]*[ -/]*[@-~]?"
            + "|(?:\\x1B[\\]PX^_]|[\\x90\\x98\\x9D-\\x9F])(?:[^\\x07\\x1B\\x90\\x98\\x9C-\\x9F]*+(?:\\x07|\\x1B\\\\|\\x9C))?|\\x1B["
            + " -/]*[0-~]?");

    /**
     * Line breaks and tabs with the blanks around them. A match begins at the first blank, so that a long run of blanks is scanned only
     * once.
     */
    private static final Pattern BREAKS =
            Pattern.compile("(?<! ) *+[\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029][\\t\\n\\x0B\\f\\r\\x85\\u2028\\u2029 ]*");

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\x85\\u2028\\u2029]");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';
    private static final char NON_JOINER = '\u200C';
    private static final char JOINER = '\u200D';

    /** Scripts whose letters change shape at a joiner, which makes the joiner visible. */
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

    /** Overrides of the writing direction and invisible characters, which can make one line look like another. */
    private static final Pattern DECEIVING = Pattern.compile(
            "[\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\x{E0000}-\\x{E007F}]");

    private PlainText() {}

    /** One line without control characters. */
    public static String line(String text) {
        return settled(text, each -> strip(BREAKS.matcher(withoutEscapes(each)).replaceAll(" "))
                .strip());
    }

    /** One line of at most {@code most} characters, cut between words if possible; a line that was cut ends in three dots. */
    public static String line(String text, int most) {
        return shortened(line(text), most);
    }

    /** The same with one blank for each run of white space: for text that a machine laid out, such as an HTML page. */
    public static String words(String text, int most) {
        return shortened(unbroken(line(text)), most);
    }

    /** One line of at most {@code most} characters, cut in the middle, because the end of a message says what to do. */
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

    /** Text with each unpaired surrogate replaced by a question mark; its length stays the same. */
    public static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Cleans until nothing changes: removing a character can put a joiner next to a letter that it does not join. */
    private static String settled(String text, UnaryOperator<String> clean) {
        String before = text;
        String after = clean.apply(text);
        while (!after.equals(before)) {
            before = after;
            after = clean.apply(after);
        }
        return after;
    }

    /** What went wrong, in one line; the exception's type if it has no message. */
    public static String message(Throwable failure) {
        String message = line(String.valueOf(failure.getMessage()));
        return failure.getMessage() == null || message.isEmpty()
                ? failure.getClass().getSimpleName()
                : message;
    }

    /** Other people's words as a sentence among ours; adds a full stop if theirs has none. */
    public static String sentence(String said) {
        return said.endsWith(".") ? said : said + ".";
    }

    /** A value within a message: in single quotes, shortened, with invisible characters as code points in brackets. */
    public static String quoted(String value) {
        return "'" + line(visible(value), LONGEST_QUOTE) + "'";
    }

    /**
     * Text that keeps its lines and tabs, but shows other controls, hidden characters and unpaired surrogates as code points in brackets.
     */
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
     * The text on one line, with one blank for each run of white space and controls. For text that a model will read: letters and joiners
     * stay.
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

    /** Whether it is a line break, a tab or a character that a reader sees. */
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

    /** Never splits a surrogate pair, and splits a word only if it is long. */
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

    /** Whether it is a joiner that belongs to the spelling of letters, or that joins two pictures into one. */
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

    /** A symbol, or a modifier that gives the symbol before it a skin tone or colour. */
    private static boolean isPicture(int c) {
        return Character.getType(c) == Character.OTHER_SYMBOL || (c >= 0x1F3FB && c <= 0x1F3FF) || c == 0xFE0F;
    }
}
