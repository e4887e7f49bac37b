package dev.cultivar.report.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** One look for all figures: no ground of its own, no box, faint lines. */
final class ChartStyle {

    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final BasicStroke THIN = new BasicStroke(1f);
    private static final Color NOTHING = new Color(0, 0, 0, 0);

    private ChartStyle() {}

    static JFreeChart chart(XYPlot plot, boolean legend) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(Palette.GRID);
        plot.setRangeGridlinePaint(Palette.GRID);
        plot.setDomainGridlineStroke(THIN);
        plot.setRangeGridlineStroke(THIN);
        plot.setInsets(new RectangleInsets(4, 4, 4, 12));
        JFreeChart chart = new JFreeChart(null, SMALL, plot, legend);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        LegendTitle key = chart.getLegend();
        if (key != null) {
            key.setPosition(RectangleEdge.TOP);
            key.setHorizontalAlignment(HorizontalAlignment.LEFT);
            key.setItemFont(SMALL);
            key.setItemPaint(Palette.TEXT);
            key.setBackgroundPaint(NOTHING);
            key.setFrame(org.jfree.chart.block.BlockBorder.NONE);
        }
        return chart;
    }

    static NumberAxis numbers(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        axis.setNumberFormatOverride(new java.text.DecimalFormat(
                "0.0##", java.text.DecimalFormatSymbols.getInstance(java.util.Locale.ROOT)));
        return styled(axis);
    }

    static SymbolAxis names(java.util.List<String> names, boolean topDown) {
        SymbolAxis axis = new SymbolAxis(null, names.toArray(String[]::new));
        axis.setGridBandsVisible(false);
        axis.setInverted(topDown);
        axis.setRange(-0.5, names.size() - 0.5);
        return styled(axis);
    }

    private static <T extends ValueAxis> T styled(T axis) {
        axis.setLabelFont(SMALL);
        axis.setLabelPaint(Palette.TEXT);
        axis.setTickLabelFont(SMALL);
        axis.setTickLabelPaint(Palette.TEXT);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        return axis;
    }
}
