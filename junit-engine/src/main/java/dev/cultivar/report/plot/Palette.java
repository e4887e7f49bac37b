package dev.cultivar.report.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Colours that are told apart by colour-blind readers (after Okabe and Ito, in mid tones for light and dark ground), and shapes, so that
 * no series is told by its colour alone.
 */
final class Palette {

    /** Stands for the text colour of the page, which a chart cannot know. */
    static final Color TEXT = new Color(1, 2, 3);

    /** Lines of the grid: the page's text colour, faint. */
    static final Color GRID = new Color(1, 2, 4);

    static final Color BAND = new Color(128, 128, 128, 56);
    static final Color AGREES = new Color(0xE4, 0xE7, 0xEB);
    static final Color BELOW = new Color(0x2F, 0x7F, 0xB8);
    static final Color ABOVE = new Color(0xD0, 0x5A, 0x0A);

    private static final List<Color> SERIES = List.of(
            new Color(0x2F, 0x86, 0xC6),
            new Color(0xD5, 0x5E, 0x00),
            new Color(0x00, 0x9E, 0x73),
            new Color(0xCC, 0x79, 0xA7),
            new Color(0xB8, 0x86, 0x0B),
            new Color(0x7B, 0x6F, 0xD0),
            new Color(0x80, 0x80, 0x80));

    private Palette() {}

    static Color series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    /** Circle, square, diamond, triangle. Seven colours against four shapes: 28 series differ. */
    static Shape shape(int index) {
        return switch (index % 4) {
            case 0 -> new Ellipse2D.Double(-4, -4, 8, 8);
            case 1 -> new Rectangle2D.Double(-3.5, -3.5, 7, 7);
            case 2 -> polygon(0, -5, 5, 0, 0, 5, -5, 0);
            default -> polygon(0, -5, 4.5, 4, -4.5, 4);
        };
    }

    /** Between {@code BELOW} at -1, neutral at 0, and {@code ABOVE} at 1. */
    static Color diverging(double value) {
        double share = Math.min(1, Math.abs(value));
        Color end = value < 0 ? BELOW : ABOVE;
        return new Color(
                mixed(AGREES.getRed(), end.getRed(), share),
                mixed(AGREES.getGreen(), end.getGreen(), share),
                mixed(AGREES.getBlue(), end.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private static Shape polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
