package dev.cultivar.report.plot;

import dev.cultivar.report.plot.Drawing.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Rows of points with horizontal intervals; the series of a row are drawn below each other. */
public final class IntervalPlot {

    private static final double ROW = 22;
    private static final double FURTHER_SERIES = 12;

    private final String name;
    private final String title;
    private final String description;
    private final String axis;
    private final List<IntervalPoint> points = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final List<Double> lines = new ArrayList<>();
    private final List<Double> reaches = new ArrayList<>(List.of(0.0));

    private record Band(double from, double to) {}

    /**
     * An empty figure.
     *
     * @param axis what the numbers mean
     */
    public IntervalPlot(String name, String title, String description, String axis) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.axis = axis;
    }

    /** Extends the axis to this value, so that figures can be compared. */
    public IntervalPlot reaching(double value) {
        reaches.add(value);
        return this;
    }

    /** Adds a point; rows and series appear in the order in which they are first added. */
    public IntervalPlot add(IntervalPoint point) {
        if (!Double.isFinite(point.value())) {
            throw new IllegalArgumentException("a point needs a value: " + point);
        }
        points.add(point);
        return this;
    }

    /** A range to compare with. */
    public IntervalPlot band(double from, double to) {
        bands.add(new Band(from, to));
        return reaching(from).reaching(to);
    }

    /** A value to compare with. */
    public IntervalPlot line(double at) {
        lines.add(at);
        return reaching(at);
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return points.isEmpty();
    }

    /** Draws it. */
    public Figure draw() {
        Map<String, List<IntervalPoint>> rows = points.stream()
                .collect(Collectors.groupingBy(IntervalPoint::row, LinkedHashMap::new, Collectors.toList()));
        List<String> series =
                points.stream().map(IntervalPoint::series).distinct().toList();
        Drawing drawing = new Drawing();
        double top = series.size() > 1 ? drawing.key(series) : Drawing.GAP / 2;
        double bottom =
                top + rows.values().stream().mapToDouble(IntervalPlot::height).sum();
        double left = Drawing.widest(rows.keySet()) + 2 * Drawing.GAP;
        Axis numbers = Axis.holding(
                DoubleStream.concat(
                        reaches.stream().mapToDouble(value -> value),
                        points.stream().flatMapToDouble(point -> DoubleStream.of(point.from(), point.to()))),
                0.02,
                left,
                Drawing.WIDTH - 3 * Drawing.GAP);
        for (Band band : bands) {
            double from = numbers.at(band.from());
            double width = numbers.at(band.to()) - from;
            drawing.rectangle(from, top, width, bottom - top, "fill", "#808080", "fill-opacity", "0.22");
        }
        drawing.across(numbers, top, bottom, axis);
        for (double at : lines) {
            double x = numbers.at(at);
            drawing.line(new Place(x, top), new Place(x, bottom), "stroke", "currentColor");
        }
        rows(drawing, numbers, rows, series, top);
        return drawing.figure(name, title, description, bottom + Drawing.AXIS);
    }

    /** A row with one point has a line through it to read along; rows with several points have lines between them. */
    private static void rows(
            Drawing drawing, Axis numbers, Map<String, List<IntervalPoint>> rows, List<String> series, double top) {
        boolean several = rows.values().stream().anyMatch(row -> row.size() > 1);
        double y = top;
        for (Map.Entry<String, List<IntervalPoint>> row : rows.entrySet()) {
            double height = height(row.getValue());
            double middle = y + height / 2;
            double line = several ? y : middle;
            drawing.gridLine(new Place(numbers.from(), line), new Place(numbers.to(), line));
            drawing.label(numbers.from() - Drawing.GAP, middle, "end", row.getKey());
            double at = y + ROW / 2;
            for (IntervalPoint point : row.getValue()) {
                drawing.point(
                        series.indexOf(point.series()),
                        new Place(numbers.at(point.value()), at),
                        new Place(numbers.at(point.from()), at),
                        new Place(numbers.at(point.to()), at),
                        point.says());
                at += FURTHER_SERIES;
            }
            y += height;
        }
    }

    private static double height(List<IntervalPoint> row) {
        return ROW + FURTHER_SERIES * (row.size() - 1);
    }
}
