package dev.cultivar.screen;

import java.lang.Character.UnicodeScript;

/**
 * What a character means to the language check. This is a table, because every character of every answer is looked up. Characters outside
 * the Basic Multilingual Plane do not count as letters.
 */
final class Alphabet {

    private static final char[] FOLDED = new char[1 << 16];
    private static final UnicodeScript[] SCRIPTS = new UnicodeScript[1 << 16];

    static {
        for (int c = 0; c < FOLDED.length; c++) {
            FOLDED[c] = isPartOfWord(c) ? Character.toLowerCase((char) c) : ' ';
            SCRIPTS[c] = FOLDED[c] == ' ' ? UnicodeScript.COMMON : UnicodeScript.of(c);
        }
        FOLDED['\''] = '\'';
        FOLDED['\u2019'] = '\'';
    }

    private Alphabet() {}

    /** The lower-case letter, combining mark or apostrophe; a space for everything else. */
    static char folded(char c) {
        return FOLDED[c];
    }

    /** The script of a letter or mark; {@code COMMON} for everything else. */
    static UnicodeScript script(char c) {
        return SCRIPTS[c];
    }

    private static boolean isPartOfWord(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
