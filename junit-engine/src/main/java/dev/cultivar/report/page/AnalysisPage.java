package dev.cultivar.report.page;

import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.html.Html;
import dev.cultivar.report.html.Page;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.results.ReportFile;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.provenance.RunInfo;
import dev.cultivar.text.Plural;
import java.nio.file.Path;
import java.util.List;

/**
 * The page of scores that a user brought: figures with the numbers behind them, and the regressions. There is no gate, cell or answer.
 *
 * @param source name of the scores' file
 * @param figures of its statistics
 * @param rows of its statistics
 * @param notes what to know of them, a line each
 * @param regressions their tables as text
 * @param sources what is to be cited, a line each
 * @param run when, and by which version
 */
public record AnalysisPage(
        String source,
        SuiteFigures figures,
        List<ResultRow> rows,
        List<String> notes,
        String regressions,
        List<String> sources,
        RunInfo run) {

    private static final int MOST_NOTES = 50;

    public AnalysisPage {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
    }

    /** Writes the page. */
    public void writeTo(Path file) {
        ReportFile.write(file, out -> Page.write(out, "Cultivar: " + headline(), html(), data -> {}));
    }

    private String headline() {
        List<ResultRow> ofModels =
                rows.stream().filter(row -> row.model() != null).toList();
        long models = ofModels.stream().map(ResultRow::model).distinct().count();
        long languages = ofModels.stream().map(ResultRow::language).distinct().count();
        return Plural.of(models, "model") + " in " + Plural.of(languages, "language") + ", analysed";
    }

    private Html html() {
        Html html = new Html();
        html.element("a", "Skip to the figures", "class", "skip", "href", "#figures")
                .open("header")
                .element("p", "Cultivar analysis", "class", "kind")
                .element("h1", headline())
                .open("p", "class", "facts")
                .foreign(source)
                .text(" \u00b7 ")
                .element("time", Numbers.within(run.started()), "datetime", run.started())
                .close("p")
                .close("header")
                .line()
                .open("main", "id", "main");
        section(html, "caveats", "Before you use them");
        html.open("ul", "class", "own");
        notes.stream()
                .limit(MOST_NOTES)
                .forEach(note -> html.open("li").foreign(note).close("li"));
        html.close("ul");
        if (notes.size() > MOST_NOTES) {
            html.element("p", (notes.size() - MOST_NOTES) + " further lines are in analysis.json.");
        }
        html.close("section");
        section(html, "figures", "Figures");
        PageFigures.write(html, List.of(figures), rows, group -> true);
        html.close("section");
        section(html, "regressions", "Regressions");
        html.open("pre", "tabindex", "0")
                .open("code")
                .text(regressions.isEmpty() ? "None." : Numbers.within(regressions))
                .close("code")
                .close("pre")
                .close("section")
                .close("main")
                .open("footer")
                .element("p", "Cultivar " + run.cultivar() + ". To be cited:");
        PageTables.sources(html, sources);
        html.close("footer");
        return html;
    }

    private static void section(Html html, String id, String name) {
        html.line().open("section", "id", id, "aria-labelledby", id + "-name").element("h2", name, "id", id + "-name");
    }
}
