package dev.cultivar.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of numbers as coloured blocks, each with its number: blue below zero, orange above, pale near it. */
public final class HeatPlot {

    private static final double HEAD = 24;
    private static final double ROW = 20;

    /** Space between blocks. */
    private static final double SEAM = 1.6;

    private static final double NUMBER = TextWidth.of("+0.00") + 4;

    private final String name;
    private final String title;
    private final String description;
    private final double full;
    private final List<Block> blocks = new ArrayList<>();

    private record Block(String row, String column, double value, String says) {}

    /**
     * An empty figure.
     *
     * @param full the absolute value at which a colour is fully saturated, above 0
     */
    public HeatPlot(String name, String title, String description, double full) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.full = full;
    }

    /** Adds a block; rows and columns appear in the order in which they are first added. */
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
        List<String> rows = blocks.stream().map(Block::row).distinct().toList();
        List<String> columns = blocks.stream().map(Block::column).distinct().toList();
        double left = Drawing.widest(rows) + 2 * Drawing.GAP;
        double width = (Drawing.WIDTH - left) / columns.size();
        Drawing drawing = new Drawing();
        for (int i = 0; i < rows.size(); i++) {
            drawing.label(left - Drawing.GAP, HEAD + (i + 0.5) * ROW, "end", rows.get(i));
        }
        for (int i = 0; i < columns.size(); i++) {
            drawing.label(left + (i + 0.5) * width, HEAD / 2, "middle", columns.get(i), width - 2);
        }
        // With many columns, numbers shrink rather than run into each other.
        String size = Drawing.px(TextWidth.FONT_SIZE * Math.min(1, width / NUMBER));
        for (Block block : blocks) {
            double x = left + columns.indexOf(block.column()) * width;
            double y = HEAD + rows.indexOf(block.row()) * ROW;
            double share = block.value() / full;
            drawing.saying(block.says(), () -> {
                drawing.rectangle(x, y, width - SEAM, ROW - SEAM, "fill", Palette.diverging(share));
                String ink = Math.abs(share) > 0.95 ? "#FFFFFF" : "#1B1F24";
                double middle = x + (width - SEAM) / 2;
                String number = signed(block.value());
                drawing.label(
                        middle, y + (ROW - SEAM) / 2, "middle", number, Drawing.WIDTH, "fill", ink, "font-size", size);
            });
        }
        return drawing.figure(name, title, description, HEAD + rows.size() * ROW + Drawing.GAP);
    }

    private static String signed(double value) {
        String shown = String.format(Locale.ROOT, "%.2f", Math.abs(value));
        return shown.equals("0.00") ? shown : (value < 0 ? "\u2212" : "+") + shown;
    }
}
