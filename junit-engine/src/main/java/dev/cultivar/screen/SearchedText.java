package dev.cultivar.screen;

/**
 * A text in which many others are looked for. It records once which pairs of characters it contains, so a text with any other pair need
 * not be searched for.
 */
final class SearchedText {

    private static final int BITS = 1 << 12;

    private final String text;
    private final long[] pairs = new long[BITS / Long.SIZE];

    SearchedText(String text) {
        this.text = text;
        for (int i = 1; i < text.length(); i++) {
            int pair = pair(text, i);
            pairs[pair / Long.SIZE] |= 1L << pair;
        }
    }

    String text() {
        return text;
    }

    boolean contains(String other) {
        for (int i = 1; i < other.length(); i++) {
            int pair = pair(other, i);
            if ((pairs[pair / Long.SIZE] & 1L << pair) == 0) {
                return false;
            }
        }
        return text.contains(other);
    }

    /** Different pairs may share a number. */
    private static int pair(String text, int end) {
        return (text.charAt(end - 1) * 61 + text.charAt(end)) % BITS;
    }
}
