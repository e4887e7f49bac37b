package dev.cultivar.report.figure;

import dev.cultivar.report.plot.Figure;
import java.util.List;

/**
 * Figures under one heading.
 *
 * @param statistic label of the result rows that it shows, or empty
 * @param figures may be empty; {@code text} then says why
 * @param tables tables of the figures' numbers, if no result rows contain them
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
