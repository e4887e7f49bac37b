package dev.cultivar.report.page;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.html.Html;
import dev.cultivar.report.html.Page;
import dev.cultivar.report.words.EstimandWords;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.StatisticsTable;
import dev.cultivar.report.words.decision.MeasureWords;
import dev.cultivar.results.ReportFile;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.provenance.RunInfo;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page for a user's own scores: the estimates, figures with the numbers behind them, the regressions, and what to know about them.
 * There is no gate, cell or answer.
 *
 * @param source name of the scores' file
 * @param figures figures of its statistics
 * @param rows rows of its statistics
 * @param notes what to know about them, one line each
 * @param regressions tables of regressions as text
 * @param sources what to cite, one line each
 * @param run when and with which version it was run
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
    private static final int MOST_MODELS = 12;

    /** The statistics that people look for first, in this order. */
    private static final List<String> FIRST = Stream.of(
                    Statistic.ALIGNMENT, Statistic.DISTINCT, Statistic.CONSISTENCY, Statistic.BIAS)
            .map(Statistic::label)
            .toList();

    private enum Section {
        SCORES("Scores"),
        FIGURES("Figures"),
        REGRESSIONS("Regressions"),
        CAVEATS("Before you use them");

        private final String heading;

        Section(String heading) {
            this.heading = heading;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Sample(String model, String language) {}

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
        Map<Sample, Map<String, ResultRow>> own = own();
        Html html = new Html();
        html.element("a", "Skip to the scores", "class", "skip", "href", "#scores")
                .open("header")
                .element("p", "Cultivar analysis", "class", "kind")
                .element("h1", headline())
                .open("p", "class", "facts")
                .foreign(source)
                .text(" \u00b7 ")
                .element("time", Numbers.within(run.started()), "datetime", run.started())
                .close("p");
        models(html, own);
        html.open("nav", "aria-label", "Sections").open("ul");
        for (Section section : Section.values()) {
            html.open("li")
                    .element("a", section.heading, "href", "#" + section.id())
                    .close("li");
        }
        html.close("ul").close("nav").close("header").line().open("main", "id", "main");
        section(html, Section.SCORES, () -> scores(html, own));
        section(html, Section.FIGURES, () -> PageFigures.write(html, List.of(figures), rows, group -> true));
        section(html, Section.REGRESSIONS, () -> html.open("pre", "tabindex", "0")
                .open("code")
                .text(regressions.isEmpty() ? "None." : Numbers.within(regressions))
                .close("code")
                .close("pre"));
        section(html, Section.CAVEATS, () -> caveats(html));
        html.close("main").open("footer").element("p", "Cultivar " + run.cultivar() + ". To be cited:");
        PageTables.sources(html, sources);
        html.close("footer");
        return html;
    }

    private static void section(Html html, Section section, Runnable content) {
        String id = section.id();
        html.line()
                .open("section", "id", id, "aria-labelledby", id + "-name")
                .element("h2", section.heading, "id", id + "-name");
        content.run();
        html.close("section");
    }

    /** Rows for the people of the language, or without a population, by statistic. */
    private Map<Sample, Map<String, ResultRow>> own() {
        Map<Sample, Map<String, ResultRow>> own = new LinkedHashMap<>();
        for (ResultRow row : StatisticsTable.own(rows)) {
            if (row.model() != null && row.language() != null && FIRST.contains(row.statistic())) {
                own.computeIfAbsent(new Sample(row.model(), row.language()), sample -> new HashMap<>())
                        .putIfAbsent(row.statistic(), row);
            }
        }
        return own;
    }

    /** One line per model. */
    private static void models(Html html, Map<Sample, Map<String, ResultRow>> own) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        own.forEach((sample, by) -> lines.computeIfAbsent(sample.model(), model -> new ArrayList<>())
                .add(score(by.get(Statistic.ALIGNMENT.label())) + " in " + Names.language(sample.language())));
        html.open("ul", "class", "models");
        lines.entrySet().stream().limit(MOST_MODELS).forEach(line -> html.open("li")
                .open("strong")
                .foreign(line.getKey())
                .close("strong")
                .text(": alignment with the people of the language ")
                .foreign(Numbers.within(String.join(", ", line.getValue())))
                .close("li"));
        html.close("ul");
        if (lines.size() > MOST_MODELS) {
            html.element("p", Plural.of(lines.size() - MOST_MODELS, "further model") + " below.");
        }
    }

    private static void scores(Html html, Map<Sample, Map<String, ResultRow>> own) {
        List<String> heads = new ArrayList<>(List.of("Model", "Language"));
        FIRST.forEach(statistic -> heads.add(Names.capital(MeasureWords.statistic(statistic))));
        List<List<String>> cells = new ArrayList<>();
        own.forEach((sample, by) -> {
            List<String> row = new ArrayList<>(List.of(sample.model(), Names.language(sample.language())));
            FIRST.forEach(statistic -> row.add(score(by.get(statistic))));
            cells.add(row);
        });
        PageTables.table(html, caption(own), heads, 2, cells);
        html.element("p", EstimandWords.BESIDE_OTHERS);
    }

    private static String caption(Map<Sample, Map<String, ResultRow>> own) {
        return "Scores with the people of each language"
                + own.values().stream()
                        .flatMap(by -> by.values().stream())
                        .filter(row -> row.confidence() != null && row.lower() != null)
                        .findFirst()
                        .map(row -> "; in brackets the interval at "
                                + Digits.percent(Objects.requireNonNull(row.confidence())) + " for "
                                + EstimandWords.of(row.estimand()))
                        .orElse("");
    }

    private static String score(@Nullable ResultRow row) {
        return row == null || row.estimate() == null
                ? "\u2013"
                : (Decimals.score(row.estimate()) + " " + StatisticsTable.interval(row.lower(), row.upper())).strip();
    }

    private void caveats(Html html) {
        html.open("ul", "class", "own");
        notes.stream()
                .limit(MOST_NOTES)
                .forEach(note -> html.open("li").foreign(note).close("li"));
        html.close("ul");
        if (notes.size() > MOST_NOTES) {
            html.element("p", (notes.size() - MOST_NOTES) + " further lines are in analysis.json.");
        }
    }
}
