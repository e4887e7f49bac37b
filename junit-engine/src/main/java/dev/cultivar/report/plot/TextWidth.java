package dev.cultivar.report.plot;

/**
 * Estimates the width of text without knowing the reader's font, by classes of characters as wide as in Verdana and DejaVu Sans, the
 * widest sans-serif fonts in common use.
 */
final class TextWidth {

    static final int FONT_SIZE = 12;

    private static final String THIN = "!',.:;I`ijl|";
    private static final String NARROW = " \"()*-/[]_frt{}";
    private static final String BROAD = "%+<=>@MWmw\u2014\u2026\u2212";

    /** Start of Chinese, Japanese and Korean characters, and pictures. */
    private static final int FIRST_SQUARE = 0x2E80;

    private TextWidth() {}

    /** The width in pixels, at {@link #FONT_SIZE}. */
    static double of(String text) {
        return FONT_SIZE * text.codePoints().mapToDouble(TextWidth::ems).sum();
    }

    /** Text no wider than {@code most} pixels. The excess is cut from the middle, because versions are at the end of a model's name. */
    static String fitted(String text, double most) {
        int[] all = text.codePoints().toArray();
        String fitted = text;
        for (int kept = all.length - 1; kept > 0 && of(fitted) > most; kept--) {
            int head = (kept + 1) / 2;
            int tail = kept - head;
            fitted = new String(all, 0, head) + '\u2026' + new String(all, all.length - tail, tail);
        }
        return fitted;
    }

    private static double ems(int c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK) {
            return 0;
        }
        if (c >= FIRST_SQUARE || BROAD.indexOf(c) >= 0) {
            return 1;
        }
        if (THIN.indexOf(c) >= 0 || NARROW.indexOf(c) >= 0) {
            return THIN.indexOf(c) >= 0 ? 0.34 : 0.42;
        }
        return Character.isUpperCase(c) ? 0.7 : 0.63;
    }
}
