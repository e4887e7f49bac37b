package dev.cultivar.text;

import java.util.regex.Pattern;

/** Text inside Markdown that Allure turns into HTML. */
public final class Markdown {

    /** Have a meaning wherever they stand; a parenthesis has one only behind a bracket. */
    private static final String SPECIAL = "\\`*_{}[]#|<>&~$^";

    /** Have one only at the start of a line, as bullets and numbers. */
    private static final Pattern START = Pattern.compile("^(?:[-+=:]|\\d+[.)])");

    /** What some readers turn into a link by themselves. */
    private static final Pattern ADDRESS = Pattern.compile("://|www\\.|@");

    /** After each blank, which stays with the word before it. */
    private static final Pattern WORDS = Pattern.compile("(?<= )");

    private Markdown() {}

    /** One line that reads as the text itself: every character with a meaning in Markdown or HTML is a reference. */
    public static String text(String text) {
        String line = PlainText.line(text).strip();
        StringBuilder escaped = new StringBuilder();
        boolean start = START.matcher(line).find();
        for (String word : WORDS.split(line, -1)) {
            boolean address = ADDRESS.matcher(word).find();
            word.codePoints().forEach(character -> {
                if (SPECIAL.indexOf(character) >= 0 || (address && (character == '.' || character == ':'))) {
                    reference(escaped, character);
                } else {
                    escaped.appendCodePoint(character);
                }
            });
        }
        return start ? referenced(escaped) : escaped.toString();
    }

    /** Takes the meaning of a bullet or number from the start of a line. */
    private static String referenced(StringBuilder line) {
        int mark = 0;
        while (Character.isDigit(line.charAt(mark))) {
            mark++;
        }
        if (line.charAt(mark) == '&') {
            return line.toString(); // the full stop of an address, referenced already
        }
        StringBuilder reference = new StringBuilder();
        reference(reference, line.charAt(mark));
        return line.replace(mark, mark + 1, reference.toString()).toString();
    }

    private static void reference(StringBuilder to, int character) {
        to.append("&#").append(character).append(';');
    }
}
