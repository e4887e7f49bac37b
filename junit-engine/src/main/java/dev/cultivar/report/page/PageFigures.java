package dev.cultivar.report.page;

import dev.cultivar.report.figure.BaselineFigures;
import dev.cultivar.report.figure.FigureGroup;
import dev.cultivar.report.figure.FigureTable;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.html.Html;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.results.ResultRow;
import dev.cultivar.text.Plural;
import java.util.List;
import java.util.function.Predicate;

/** The figures of a page, each group with the numbers behind it. */
final class PageFigures {

    private static final int HEATS = 2;
    private static final int SHARES = 4;

    private PageFigures() {}

    /**
     * Writes all figures except those on baselines, which have a section of their own.
     *
     * @param paper decides which groups are printed on paper
     */
    static void write(Html html, List<SuiteFigures> figures, List<ResultRow> rows, Predicate<FigureGroup> paper) {
        figures.forEach(of -> write(html, of, figures.size() > 1, rows, paper));
    }

    private static void write(
            Html html, SuiteFigures of, boolean several, List<ResultRow> all, Predicate<FigureGroup> paper) {
        if (several) {
            html.open("h3").foreign(of.suite()).close("h3");
        }
        List<ResultRow> rows =
                all.stream().filter(row -> row.suite().equals(of.suite())).toList();
        for (FigureGroup group : of.groups()) {
            if (group.statistic().equals(BaselineFigures.GROUP)) {
                continue;
            }
            html.line()
                    .open("div", "class", paper.test(group) ? "figures" : "figures screen")
                    .element(several ? "h4" : "h3", group.heading())
                    .element("p", group.text(), "class", "reading");
            // Heat maps are long, and those with the widest gaps come first.
            boolean folded = group.statistic().isEmpty() && group.figures().size() > most(group);
            List<Figure> shown = folded ? group.figures().subList(0, most(group)) : group.figures();
            shown.forEach(figure -> write(html, figure, group.figures().size() > 1 ? figure.title() : ""));
            if (folded) {
                List<Figure> further =
                        group.figures().subList(most(group), group.figures().size());
                html.open("details", "class", "printed")
                        .element("summary", Plural.of(further.size(), "further figure"));
                further.forEach(figure -> write(html, figure, figure.title()));
                html.close("details");
            }
            if (!group.statistic().isEmpty()) {
                PageTables.statistic(html, group.statistic(), rows);
            }
            for (FigureTable table : group.tables()) {
                html.open("details").element("summary", table.caption());
                PageTables.table(html, table.caption(), table.heads(), 1, table.rows());
                html.close("details");
            }
            html.close("div");
        }
    }

    private static int most(FigureGroup group) {
        return group.tables().isEmpty() ? HEATS : SHARES;
    }

    static void write(Html html, Figure figure, String caption) {
        html.open("figure");
        if (!caption.isEmpty()) {
            html.open("figcaption").foreign(caption).close("figcaption");
        }
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", figure.title())
                .markup(figure.svg())
                .close("div")
                .close("figure");
    }
}
