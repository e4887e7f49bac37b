package dev.cultivar.report.plot;

import dev.cultivar.report.plot.Drawing.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Points with vertical intervals over a numeric axis, and a slope through the middle of each series. */
public final class ScatterPlot {

    private static final double HEIGHT = 220;
    private static final double TICKS_APART = 28;
    private static final double LEAST_MARGIN = 0.05;

    private final String name;
    private final String title;
    private final String description;
    private final String across;
    private final String up;
    private final Map<String, List<Point>> series = new LinkedHashMap<>();
    private final Map<String, Slope> slopes = new LinkedHashMap<>();

    private record Point(double x, IntervalPoint y) {}

    private record Slope(double value, String says) {}

    /**
     * An empty figure.
     *
     * @param across what the horizontal numbers mean
     * @param up what the vertical numbers mean
     */
    public ScatterPlot(String name, String title, String description, String across, String up) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.across = across;
        this.up = up;
    }

    /** Adds a point at {@code x}; its row is not used. */
    public ScatterPlot add(double x, IntervalPoint y) {
        if (!Double.isFinite(x) || !Double.isFinite(y.value())) {
            throw new IllegalArgumentException("a point needs both values: " + x + ", " + y);
        }
        series.computeIfAbsent(y.series(), key -> new ArrayList<>()).add(new Point(x, y));
        return this;
    }

    /**
     * The fitted slope of a series.
     *
     * @param says what the key says about its certainty
     */
    public ScatterPlot slope(String of, double slope, String says) {
        slopes.put(of, new Slope(slope, says));
        return this;
    }

    /** Draws it. */
    public Figure draw() {
        List<Point> all = series.values().stream().flatMap(Collection::stream).toList();
        Drawing drawing = new Drawing();
        double top = drawing.key(series.keySet().stream().map(this::key).toList());
        double bottom = top + HEIGHT;
        Axis upwards = Axis.holding(
                all.stream().map(Point::y).flatMapToDouble(y -> DoubleStream.of(y.from(), y.to())),
                LEAST_MARGIN,
                bottom,
                top);
        List<Axis.Tick> ticks = upwards.ticks(label -> TICKS_APART);
        double labels = Drawing.widest(ticks.stream().map(Axis.Tick::label).toList());
        Axis along = Axis.holding(
                all.stream().mapToDouble(Point::x),
                LEAST_MARGIN,
                labels + 4 * Drawing.GAP,
                Drawing.WIDTH - 3 * Drawing.GAP);
        drawing.across(along, top, bottom, across);
        for (Axis.Tick tick : ticks) {
            drawing.gridLine(new Place(along.from(), tick.at()), new Place(along.to(), tick.at()));
            drawing.label(along.from() - Drawing.GAP, tick.at(), "end", tick.label());
        }
        drawing.upright(Drawing.GAP, (top + bottom) / 2, up);
        int index = 0;
        for (Map.Entry<String, List<Point>> each : series.entrySet()) {
            series(drawing, along, upwards, index++, each.getKey(), each.getValue());
        }
        return drawing.figure(name, title, description, bottom + Drawing.AXIS);
    }

    private String key(String of) {
        Slope slope = slopes.get(of);
        return slope == null ? of : of + ": " + slope.says();
    }

    private void series(Drawing drawing, Axis along, Axis upwards, int index, String of, List<Point> points) {
        Slope slope = slopes.get(of);
        if (slope != null && Double.isFinite(slope.value())) {
            line(drawing, along, upwards, index, points, slope.value());
        }
        for (Point point : points) {
            double x = along.at(point.x());
            drawing.point(
                    index,
                    new Place(x, upwards.at(point.y().value())),
                    new Place(x, upwards.at(point.y().from())),
                    new Place(x, upwards.at(point.y().to())),
                    point.y().says());
        }
    }

    /** A line through the mean of the points, as far as they and the axis reach. */
    private static void line(Drawing drawing, Axis along, Axis upwards, int index, List<Point> points, double slope) {
        var xs = points.stream().mapToDouble(Point::x).summaryStatistics();
        double x = xs.getAverage();
        double y = points.stream()
                .mapToDouble(point -> point.y().value())
                .average()
                .orElse(0);
        double down = Math.min((upwards.least() - y) / slope, (upwards.most() - y) / slope);
        double up = Math.max((upwards.least() - y) / slope, (upwards.most() - y) / slope);
        double from = Math.max(xs.getMin(), x + down);
        double to = Math.min(xs.getMax(), x + up);
        drawing.line(
                new Place(along.at(from), upwards.at(y + slope * (from - x))),
                new Place(along.at(to), upwards.at(y + slope * (to - x))),
                "stroke",
                Palette.series(index),
                "stroke-width",
                "1.5");
    }
}
