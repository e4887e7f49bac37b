package dev.cultivar.screen.reading;

/**
 * What may begin a statement: {@code 3.}, {@code **3)**}, {@code Citizen 3:}, a name, a title or a bullet.
 *
 * @param series distinguishes the markers of one list from those of another: the label's word, or a title's level
 * @param value the number, 0 where there is none
 * @param rest what follows on the line
 */
record Marker(Kind kind, String series, int value, String rest) {

    /** From the clearest sign of a list to the weakest. */
    enum Kind {
        NUMBER(2),
        LABEL(2),
        LETTER(3),
        ROMAN(3),
        /** A number followed only by a space or comma. */
        BARE(5),
        /** A numbered subject of a sentence: {@code Citizen 3 thinks that …}. */
        SUBJECT(3),
        QUOTE(2),
        /** A name or description before a colon or dash. */
        LEAD(4),
        /** A line above the lines that it introduces. */
        TITLE(3),
        BULLET(2);

        private final int fewest;

        Kind(int fewest) {
            this.fewest = fewest;
        }

        /** With fewer items than this, such markers are not a list. */
        int fewest() {
            return fewest;
        }

        boolean numbered() {
            return compareTo(SUBJECT) <= 0;
        }

        /** Whether such markers count as numbers only if they start at one. */
        boolean fromOne() {
            return this == LETTER || this == ROMAN || this == BARE || this == SUBJECT;
        }
    }

    /** Any space, including non-breaking ones. */
    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
