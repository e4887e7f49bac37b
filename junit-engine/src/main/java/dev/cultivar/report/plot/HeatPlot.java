package dev.cultivar.report.plot;

import java.awt.Color;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;

/** A table of numbers as coloured blocks, each with its number: blue below zero, orange above, pale near it. */
public final class HeatPlot {

    private static final int WIDTH = 760;
    private static final int ROW = 20;

    private final String name;
    private final String title;
    private final String description;
    private final double full;
    private final List<Block> blocks = new ArrayList<>();

    private record Block(String row, String column, double value, String says) {}

    /**
     * A figure without blocks.
     *
     * @param full the size at which a colour is full, above 0
     */
    public HeatPlot(String name, String title, String description, double full) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.full = full;
    }

    /** Adds a block; rows and columns stand in the order in which they first come. */
    public HeatPlot add(String row, String column, double value, String says) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a block needs a value: " + row + ", " + column);
        }
        blocks.add(new Block(row, column, value, says));
        return this;
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Draws it. */
    public Figure draw() {
        List<String> rows =
                List.copyOf(new LinkedHashSet<>(blocks.stream().map(Block::row).toList()));
        List<String> columns = List.copyOf(
                new LinkedHashSet<>(blocks.stream().map(Block::column).toList()));
        double[][] data = new double[3][blocks.size()];
        XYPlot plot = new XYPlot();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            data[0][i] = columns.indexOf(block.column());
            data[1][i] = rows.indexOf(block.row());
            data[2][i] = block.value();
            plot.addAnnotation(number(data[0][i], data[1][i], block.value()));
        }
        DefaultXYZDataset set = new DefaultXYZDataset();
        set.addSeries("", data);
        plot.setDataset(set);
        plot.setRenderer(renderer());
        SymbolAxis across = ChartStyle.names(columns, false);
        plot.setDomainAxis(across);
        plot.setDomainAxisLocation(AxisLocation.TOP_OR_LEFT);
        plot.setRangeAxis(ChartStyle.names(rows, true));
        JFreeChart chart = ChartStyle.chart(plot, false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        return SvgDrawing.draw(chart, WIDTH, rows.size() * ROW + 34, name, title, description);
    }

    private XYBlockRenderer renderer() {
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setBlockHeight(0.92);
        renderer.setBlockWidth(0.97);
        renderer.setPaintScale(new PaintScale() {
            @Override
            public double getLowerBound() {
                return -full;
            }

            @Override
            public double getUpperBound() {
                return full;
            }

            @Override
            public Paint getPaint(double value) {
                return Palette.diverging(value / full);
            }
        });
        renderer.setDefaultToolTipGenerator(
                (set, series, item) -> blocks.get(item).says());
        return renderer;
    }

    private XYTextAnnotation number(double x, double y, double value) {
        XYTextAnnotation text = new XYTextAnnotation(signed(value), x, y);
        text.setFont(ChartStyle.SMALL);
        text.setPaint(Math.abs(value) / full > 0.95 ? Color.WHITE : new Color(0x1B, 0x1F, 0x24));
        return text;
    }

    private static String signed(double value) {
        String shown = String.format(Locale.ROOT, "%.2f", Math.abs(value));
        return shown.equals("0.00") ? shown : (value < 0 ? "\u2212" : "+") + shown;
    }
}
