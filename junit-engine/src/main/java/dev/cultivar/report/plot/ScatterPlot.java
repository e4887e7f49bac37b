package dev.cultivar.report.plot;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Points with vertical intervals over a number, and a slope through the middle of each series. */
public final class ScatterPlot {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 300;

    private final String name;
    private final String title;
    private final String description;
    private final String across;
    private final String up;
    private final Map<String, List<Point>> series = new LinkedHashMap<>();
    private final Map<String, Slope> slopes = new LinkedHashMap<>();

    private record Point(double x, Interval y) {}

    private record Slope(double value, String says) {}

    /**
     * A figure without points.
     *
     * @param across what the horizontal numbers are
     * @param up what the vertical numbers are
     */
    public ScatterPlot(String name, String title, String description, String across, String up) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.across = across;
        this.up = up;
    }

    /** Adds a point at {@code x}; its row is not used. */
    public ScatterPlot add(double x, Interval y) {
        if (!Double.isFinite(x) || !Double.isFinite(y.value())) {
            throw new IllegalArgumentException("a point needs both values: " + x + ", " + y);
        }
        series.computeIfAbsent(y.series(), key -> new ArrayList<>()).add(new Point(x, y));
        return this;
    }

    /**
     * The fitted slope of a series.
     *
     * @param says what the key says of it, how sure it is
     */
    public ScatterPlot slope(String of, double slope, String says) {
        slopes.put(of, new Slope(slope, says));
        return this;
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return series.isEmpty();
    }

    /** Draws it. */
    public Figure draw() {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = new XYErrorRenderer();
        List<List<Point>> all = List.copyOf(series.values());
        NumberAxis horizontal = ChartStyle.numbers(across);
        horizontal.setAutoRangeMinimumSize(0.1);
        XYPlot plot = new XYPlot(data, horizontal, ChartStyle.numbers(up), renderer);
        int index = 0;
        for (Map.Entry<String, List<Point>> entry : series.entrySet()) {
            Slope slope = slopes.get(entry.getKey());
            String key = slope == null ? entry.getKey() : entry.getKey() + ": " + slope.says();
            XYIntervalSeries own = new XYIntervalSeries(key, false, true);
            entry.getValue().forEach(point -> add(own, point));
            data.addSeries(own);
            renderer.setSeriesPaint(index, Palette.series(index));
            renderer.setSeriesShape(index, Palette.shape(index));
            if (slope != null && Double.isFinite(slope.value())) {
                plot.addAnnotation(line(entry.getValue(), slope.value(), index));
            }
            index++;
        }
        renderer.setDrawXError(false);
        renderer.setCapLength(0);
        renderer.setErrorStroke(new BasicStroke(2f));
        renderer.setDefaultToolTipGenerator(
                (set, of, item) -> all.get(of).get(item).y().says());
        JFreeChart chart = ChartStyle.chart(plot, true);
        return SvgDrawing.draw(chart, WIDTH, HEIGHT, name, title, description);
    }

    private static void add(XYIntervalSeries own, Point point) {
        Interval y = point.y();
        boolean bounded = Double.isFinite(y.lower()) && Double.isFinite(y.upper());
        own.add(
                point.x(),
                point.x(),
                point.x(),
                y.value(),
                bounded ? y.lower() : y.value(),
                bounded ? y.upper() : y.value());
    }

    /** Through the mean of the points, as far as they reach. */
    private static XYLineAnnotation line(List<Point> points, double slope, int index) {
        double x = points.stream().mapToDouble(Point::x).average().orElse(0);
        double y = points.stream()
                .mapToDouble(point -> point.y().value())
                .average()
                .orElse(0);
        double from = points.stream().mapToDouble(Point::x).min().orElse(x);
        double to = points.stream().mapToDouble(Point::x).max().orElse(x);
        return new XYLineAnnotation(
                from, y + slope * (from - x), to, y + slope * (to - x), new BasicStroke(1.5f), Palette.series(index));
    }
}
