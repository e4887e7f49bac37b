package dev.cultivar.report.plot;

import dev.cultivar.report.html.Html;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A figure under construction, in pixels from the upper left corner. Anything without its own colour takes the colour of the page's text.
 */
final class Drawing {

    static final double WIDTH = 760;

    /** Space between text and the mark it belongs to, and at the figure's edges. */
    static final double GAP = 8;

    /** Space that a horizontal axis takes below the plot. */
    static final double AXIS = 46;

    private static final double LINE = 20;
    private static final double LONGEST = 300;
    private static final double TICKS_APART = 14;

    /** Distance from the middle of a line of text to its baseline. */
    private static final double BASE = 4.2;

    private static final double MARK = 6;

    private final Html marks = new Html();

    /** A place in the figure. */
    record Place(double x, double y) {}

    /** Width of the widest of these labels, in pixels. */
    static double widest(Collection<String> labels) {
        return Math.min(
                LONGEST, labels.stream().mapToDouble(TextWidth::of).max().orElse(0));
    }

    /**
     * A label, vertically centred at {@code y}. If it is too long, its middle is left out, and pointing at it shows all of it.
     *
     * @param anchor which part of it is at {@code x}: start, middle or end
     */
    void label(double x, double y, String anchor, String label, double most, String... attributes) {
        String fitted = TextWidth.fitted(label, Math.min(most, LONGEST));
        open("text", attributes, "x", px(x), "y", px(y + BASE), "text-anchor", anchor);
        if (!fitted.equals(label)) {
            marks.element("title", label);
        }
        marks.text(fitted).close("text");
    }

    void label(double x, double y, String anchor, String label) {
        label(x, y, anchor, label, LONGEST);
    }

    void line(Place from, Place to, String... attributes) {
        open("path", attributes, "d", "M" + px(from.x()) + " " + px(from.y()) + "L" + px(to.x()) + " " + px(to.y()));
        marks.close("path");
    }

    /** A faint line of the grid. */
    void gridLine(Place from, Place to) {
        line(from, to, "stroke", "currentColor", "stroke-opacity", "0.16");
    }

    void rectangle(double x, double y, double width, double height, String... attributes) {
        open("rect", attributes, "x", px(x), "y", px(y), "width", px(width), "height", px(height));
        marks.close("rect");
    }

    /** Adds a tooltip to everything that {@code draw} draws. */
    void saying(String says, Runnable draw) {
        marks.open("g").element("title", says);
        draw.run();
        marks.close("g");
    }

    /** A point and its interval, slightly larger as a target for pointing than it looks. */
    void point(int series, Place at, Place from, Place to, String says) {
        saying(says, () -> {
            double left = Math.min(from.x(), at.x() - MARK);
            double top = Math.min(to.y(), at.y() - MARK);
            double right = Math.max(to.x(), at.x() + MARK);
            double bottom = Math.max(from.y(), at.y() + MARK);
            rectangle(left, top, right - left, bottom - top, "fill", "none", "pointer-events", "all");
            if (!from.equals(to)) {
                line(from, to, "stroke", Palette.series(series), "stroke-width", "2");
            }
            mark(series, at);
        });
    }

    /** A small point, one of many, in the series' colour, or in the text's colour if there is no series. */
    void dot(int series, Place at, String says) {
        saying(says, () -> open(
                        "circle",
                        new String[] {},
                        "cx",
                        px(at.x()),
                        "cy",
                        px(at.y()),
                        "r",
                        "4",
                        "fill",
                        series < 0 ? "currentColor" : Palette.series(series),
                        "fill-opacity",
                        series < 0 ? "0.4" : "0.85")
                .close("circle"));
    }

    private void mark(int series, Place at) {
        String move = "translate(" + px(at.x()) + " " + px(at.y()) + ")";
        marks.element("path", "", "d", Palette.shape(series), "transform", move, "fill", Palette.series(series));
    }

    /** Draws the key of series at the top, and returns its height. */
    double key(Collection<String> series) {
        double x = GAP;
        double y = LINE / 2;
        int index = 0;
        for (String each : series) {
            double width = widest(List.of(each));
            if (x > GAP && x + 2 * GAP + width > WIDTH) {
                x = GAP;
                y += LINE;
            }
            mark(index, new Place(x + GAP / 2, y));
            label(x + 2 * GAP, y, "start", each);
            x += width + 4 * GAP;
            index++;
        }
        return y + LINE / 2 + GAP;
    }

    /** The lines, numbers and name of a horizontal axis below the plot. */
    void across(Axis axis, double top, double bottom, String name) {
        for (Axis.Tick tick : axis.ticks(label -> TextWidth.of(label) + TICKS_APART)) {
            gridLine(new Place(tick.at(), top), new Place(tick.at(), bottom));
            label(tick.at(), bottom + 14, "middle", tick.label());
        }
        label((axis.from() + axis.to()) / 2, bottom + 30, "middle", name);
    }

    /** The name of a vertical axis, read from bottom to top. */
    void upright(double x, double y, String name) {
        label(0, 0, "middle", name, LONGEST, "transform", "translate(" + px(x) + " " + px(y) + ") rotate(-90)");
    }

    /** The figure, with a name and a description for readers who cannot see it. */
    Figure figure(String name, String title, String description, double height) {
        String id = Figure.id(name);
        String high = px(Math.ceil(height));
        Html svg = new Html()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "role",
                        "img",
                        "aria-labelledby",
                        id + "-title",
                        "aria-describedby",
                        id + "-desc",
                        "viewBox",
                        "0 0 " + px(WIDTH) + " " + high,
                        "width",
                        px(WIDTH),
                        "height",
                        high,
                        "fill",
                        "currentColor",
                        "font-family",
                        "system-ui, sans-serif",
                        "font-size",
                        Integer.toString(TextWidth.FONT_SIZE))
                .element("title", title, "id", id + "-title")
                .element("desc", description, "id", id + "-desc")
                .markup(marks.toString())
                .close("svg");
        return new Figure(name, title, description, svg.toString());
    }

    private Html open(String tag, String[] attributes, String... more) {
        return marks.open(tag, Stream.of(more, attributes).flatMap(Stream::of).toArray(String[]::new));
    }

    /** Tenths of a pixel, the same in every locale. */
    static String px(double value) {
        double tenths = Math.round(value * 10) / 10.0;
        return tenths == Math.rint(tenths) ? Long.toString((long) tenths) : Double.toString(tenths);
    }
}
