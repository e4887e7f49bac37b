package dev.cultivar.report.plot;

import dev.cultivar.report.plot.Drawing.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pairs of shares in [0,1], in one square panel per name, with the line on which both are equal. */
public final class SharePlot {

    private static final int IN_A_ROW = 4;
    private static final double HEAD = 26;
    private static final double FOOT = 44;
    private static final double LEFT = 46;
    private static final double SEAM = 12;

    /** Points farther from the line than this are coloured. */
    private static final double FAR = 0.2;

    private static final int BELOW = 0;
    private static final int ABOVE = 1;

    private final String name;
    private final String title;
    private final String description;
    private final String across;
    private final String up;
    private final Map<String, List<Point>> panels = new LinkedHashMap<>();

    private record Point(double x, double y, String says) {}

    /**
     * An empty figure.
     *
     * @param across what the horizontal numbers mean
     * @param up what the vertical numbers mean
     */
    public SharePlot(String name, String title, String description, String across, String up) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.across = across;
        this.up = up;
    }

    /** Adds a point to a panel; panels appear in the order in which they are first added. */
    public SharePlot add(String panel, double x, double y, String says) {
        if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
            throw new IllegalArgumentException("shares are within 0 and 1: " + x + ", " + y);
        }
        panels.computeIfAbsent(panel, key -> new ArrayList<>()).add(new Point(x, y, says));
        return this;
    }

    /** Draws it. */
    public Figure draw() {
        double side = (Drawing.WIDTH - LEFT - IN_A_ROW * SEAM) / IN_A_ROW;
        Drawing drawing = new Drawing();
        int index = 0;
        for (Map.Entry<String, List<Point>> panel : panels.entrySet()) {
            int column = index % IN_A_ROW;
            double left = LEFT + column * (side + SEAM);
            int row = index / IN_A_ROW;
            double top = HEAD + row * (side + HEAD + FOOT);
            panel(drawing, panel.getKey(), panel.getValue(), new Place(left, top), side, column == 0);
            index++;
        }
        int rows = (panels.size() + IN_A_ROW - 1) / IN_A_ROW;
        return drawing.figure(name, title, description, rows * (side + HEAD + FOOT));
    }

    private void panel(Drawing drawing, String head, List<Point> points, Place corner, double side, boolean first) {
        Axis along = new Axis(0, 1, corner.x(), corner.x() + side);
        Axis upwards = new Axis(0, 1, corner.y() + side, corner.y());
        drawing.label(corner.x() + side / 2, corner.y() - HEAD / 2, "middle", head, side, "font-weight", "600");
        for (double value : new double[] {0, 0.5, 1}) {
            String shown = value == 0.5 ? "0.5" : value == 0 ? "0" : "1";
            drawing.gridLine(new Place(along.from(), upwards.at(value)), new Place(along.to(), upwards.at(value)));
            drawing.gridLine(new Place(along.at(value), upwards.from()), new Place(along.at(value), upwards.to()));
            drawing.label(
                    along.at(value), upwards.from() + 12, value == 0 ? "start" : value == 1 ? "end" : "middle", shown);
            if (first) {
                drawing.label(along.from() - 5, upwards.at(value), "end", shown);
            }
        }
        drawing.line(
                new Place(along.from(), upwards.from()),
                new Place(along.to(), upwards.to()),
                "stroke",
                "currentColor",
                "stroke-opacity",
                "0.5");
        drawing.label(corner.x() + side / 2, upwards.from() + 28, "middle", across, side);
        if (first) {
            drawing.upright(10, corner.y() + side / 2, up);
        }
        points.forEach(point -> drawing.dot(
                point.y() - point.x() > FAR ? ABOVE : point.x() - point.y() > FAR ? BELOW : -1,
                new Place(along.at(point.x()), upwards.at(point.y())),
                point.says()));
    }
}
