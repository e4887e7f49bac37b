package dev.cultivar.text;

import java.util.regex.Pattern;

/** Escapes text for Markdown that Allure turns into HTML. */
public final class Markdown {

    /** Characters that are special anywhere; a parenthesis is special only after a bracket. */
    private static final String SPECIAL = "\\`*_{}[]#|<>&~$^";

    /** Special only at the start of a line: bullets and numbers. */
    private static final Pattern START = Pattern.compile("^(?:[-+=:]|\\d+[.)])");

    /** What some renderers turn into a link on their own. */
    private static final Pattern ADDRESS = Pattern.compile("://|www\\.|@");

    /** Splits after each blank, which stays with the word before it. */
    private static final Pattern WORDS = Pattern.compile("(?<= )");

    private Markdown() {}

    /** One line that renders as the text itself: every character that is special in Markdown or HTML becomes a character reference. */
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

    /** Escapes a bullet or number at the start of a line. */
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
