package dev.cultivar.report.plot;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Rows of points with horizontal intervals; series of one row stand under each other. */
public final class IntervalPlot {

    private static final int WIDTH = 760;
    private static final int ROW = 22;
    private static final int FURTHER_SERIES = 12;

    private final String name;
    private final String title;
    private final String description;
    private final String axis;
    private final List<Interval> points = new ArrayList<>();
    private final List<IntervalMarker> bands = new ArrayList<>();
    private final List<Double> reaches = new ArrayList<>();
    private final List<ValueMarker> lines = new ArrayList<>();

    /**
     * A figure without points.
     *
     * @param axis what the numbers are
     */
    public IntervalPlot(String name, String title, String description, String axis) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.axis = axis;
    }

    /** Makes the axis reach this value, so that figures can be compared. */
    public IntervalPlot reaching(double value) {
        reaches.add(value);
        return this;
    }

    /** Adds a point; rows and series stand in the order in which they first come. */
    public IntervalPlot add(Interval point) {
        if (!Double.isFinite(point.value())) {
            throw new IllegalArgumentException("a point needs a value: " + point);
        }
        points.add(point);
        return this;
    }

    /** A range to compare with. */
    public IntervalPlot band(double from, double to) {
        IntervalMarker band = new IntervalMarker(from, to, Palette.BAND);
        band.setAlpha(1f);
        bands.add(band);
        return this;
    }

    /** A value to compare with. */
    public IntervalPlot line(double at) {
        ValueMarker line = new ValueMarker(at, Palette.TEXT, new BasicStroke(1f));
        line.setAlpha(1f);
        lines.add(line);
        return this;
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return points.isEmpty();
    }

    /** Draws it. */
    public Figure draw() {
        List<String> rows = List.copyOf(
                new LinkedHashSet<>(points.stream().map(Interval::row).toList()));
        List<String> series = List.copyOf(
                new LinkedHashSet<>(points.stream().map(Interval::series).toList()));
        XYErrorRenderer renderer = new XYErrorRenderer();
        XYPlot plot = new XYPlot(data(rows, series, renderer), numbers(), ChartStyle.names(rows, true), renderer);
        bands.forEach(band -> plot.addDomainMarker(band, Layer.BACKGROUND));
        lines.forEach(line -> plot.addDomainMarker(line, Layer.BACKGROUND));
        JFreeChart chart = ChartStyle.chart(plot, series.size() > 1);
        int row = ROW + FURTHER_SERIES * (mostInARow() - 1);
        int height = rows.size() * row + 56 + (series.size() > 1 ? 24 * (1 + series.size() / 5) : 0);
        return SvgDrawing.draw(chart, WIDTH, height, name, title, description);
    }

    private NumberAxis numbers() {
        NumberAxis numbers = ChartStyle.numbers(axis);
        double least = 0;
        double most = 0;
        for (Interval point : points) {
            least = Math.min(least, Double.isFinite(point.lower()) ? point.lower() : point.value());
            most = Math.max(most, Double.isFinite(point.upper()) ? point.upper() : point.value());
        }
        for (IntervalMarker band : bands) {
            most = Math.max(most, band.getEndValue());
        }
        for (double value : reaches) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double margin = Math.max(0.02, (most - least) * 0.04);
        numbers.setRange(least - margin, most + margin);
        return numbers;
    }

    private int mostInARow() {
        Map<String, Integer> counts = new HashMap<>();
        points.forEach(point -> counts.merge(point.row(), 1, Integer::sum));
        return counts.values().stream().mapToInt(count -> count).max().orElse(1);
    }

    private XYIntervalSeriesCollection data(List<String> rows, List<String> names, XYErrorRenderer renderer) {
        Map<String, XYIntervalSeries> series = new LinkedHashMap<>();
        Map<String, List<String>> says = new HashMap<>();
        names.forEach(each -> series.put(each, new XYIntervalSeries(each, false, true)));
        Map<String, Integer> before = new HashMap<>();
        Map<String, Integer> inRow = new HashMap<>();
        points.forEach(point -> inRow.merge(point.row(), 1, Integer::sum));
        for (Interval point : points) {
            int place = before.merge(point.row(), 1, Integer::sum) - 1;
            int all = inRow.getOrDefault(point.row(), 1);
            double y = rows.indexOf(point.row()) + (place - (all - 1) / 2.0) * (0.8 / Math.max(2, all));
            boolean bounded = Double.isFinite(point.lower()) && Double.isFinite(point.upper());
            XYIntervalSeries own = series.get(point.series());
            if (own != null) {
                own.add(
                        point.value(),
                        bounded ? point.lower() : point.value(),
                        bounded ? point.upper() : point.value(),
                        y,
                        y,
                        y);
            }
            says.computeIfAbsent(point.series(), key -> new ArrayList<>()).add(point.says());
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        series.values().forEach(data::addSeries);
        renderer.setDrawYError(false);
        renderer.setCapLength(0);
        for (int i = 0; i < names.size(); i++) {
            renderer.setSeriesPaint(i, Palette.series(i));
            renderer.setSeriesShape(i, Palette.shape(i));
        }
        renderer.setErrorStroke(new BasicStroke(2f));
        renderer.setDefaultToolTipGenerator(
                (set, of, item) -> says.getOrDefault(names.get(of), List.of()).get(item));
        return data;
    }
}
