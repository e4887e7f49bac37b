package dev.cultivar.screen.reading;

/**
 * What may begin a statement: {@code 3.}, {@code **3)**}, {@code Citizen 3:}, a name, a title or a bullet.
 *
 * @param series what tells the markers of one list from those of another: the label's word, a title's level
 * @param value the number, 0 where there is none
 * @param rest what follows on the line
 */
record Marker(Kind kind, String series, int value, String rest) {

    /** From the clearest sign of a list to the least. */
    enum Kind {
        NUMBER(2),
        LABEL(2),
        LETTER(3),
        ROMAN(3),
        /** A number with nothing but a blank or comma after it. */
        BARE(5),
        /** A numbered subject of a sentence: {@code Citizen 3 thinks that …}. */
        SUBJECT(3),
        QUOTE(2),
        /** A name or description before a colon or dash. */
        LEAD(4),
        /** A line over those that it is about. */
        TITLE(3),
        BULLET(2);

        private final int fewest;

        Kind(int fewest) {
            this.fewest = fewest;
        }

        /** Items below which such markers are no list. */
        int fewest() {
            return fewest;
        }

        boolean numbered() {
            return compareTo(SUBJECT) <= 0;
        }

        /** Numbers that are none where they begin elsewhere than at one. */
        boolean fromOne() {
            return this == LETTER || this == ROMAN || this == BARE || this == SUBJECT;
        }
    }

    /** Any blank, also those that do not break a line. */
    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
