package dev.cultivar.report.plot;

import java.util.List;

/**
 * Colours that colour-blind readers can tell apart (after Okabe and Ito, in mid tones for light and dark backgrounds), and shapes, so that
 * no series is identified by colour alone.
 */
final class Palette {

    private static final int AGREES = 0xE4E7EB;
    private static final int BELOW = 0x2F7FB8;
    private static final int ABOVE = 0xD05A0A;

    private static final List<String> SERIES =
            List.of("#2F86C6", "#D55E00", "#009E73", "#CC79A7", "#B8860B", "#7B6FD0", "#808080");

    /** Circle, square, diamond, triangle, as path data around the origin. With seven colours and four shapes, 28 series are distinct. */
    private static final List<String> SHAPES = List.of(
            "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", "M-3.5-3.5h7v7h-7z", "M0-5L5 0L0 5L-5 0z", "M0-5L4.5 4H-4.5z");

    private Palette() {}

    static String series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    static String shape(int index) {
        return SHAPES.get(index % SHAPES.size());
    }

    /** Blue at -1, pale at 0, orange at 1; values beyond have the colour of the nearer end. */
    static String diverging(double value) {
        int end = value < 0 ? BELOW : ABOVE;
        double share = Math.min(1, Math.abs(value));
        return String.format("#%02X%02X%02X", mixed(end, 16, share), mixed(end, 8, share), mixed(end, 0, share));
    }

    private static int mixed(int end, int bits, double share) {
        int from = AGREES >> bits & 0xFF;
        return (int) Math.round(from + ((end >> bits & 0xFF) - from) * share);
    }
}
