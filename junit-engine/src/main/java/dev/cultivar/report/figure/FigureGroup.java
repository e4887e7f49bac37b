package dev.cultivar.report.figure;

import dev.cultivar.report.plot.Figure;
import java.util.List;

/**
 * Figures under one heading.
 *
 * @param statistic label of the rows of results that it shows, or empty
 * @param figures may be empty, and then {@code text} says why
 */
public record FigureGroup(String heading, String statistic, String text, List<Figure> figures) {
    public FigureGroup {
        figures = List.copyOf(figures);
    }
}
