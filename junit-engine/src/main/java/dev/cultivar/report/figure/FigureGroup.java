package dev.cultivar.report.figure;

import dev.cultivar.report.plot.Figure;
import java.util.List;

/**
 * Figures under one heading.
 *
 * @param statistic label of the rows of results that it shows, or empty
 * @param figures may be empty, and then {@code text} says why
 * @param tables of the figures' numbers, where no rows of results hold them
 */
public record FigureGroup(
        String heading, String statistic, String text, List<Figure> figures, List<FigureTable> tables) {
    public FigureGroup {
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }

    FigureGroup(String heading, String statistic, String text, List<Figure> figures) {
        this(heading, statistic, text, figures, List.of());
    }
}
