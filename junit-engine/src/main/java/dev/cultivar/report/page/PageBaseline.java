package dev.cultivar.report.page;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.report.html.Html;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.words.ComparisonWords;
import dev.cultivar.report.words.IncomparableWords;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.StatisticsTable;
import dev.cultivar.results.SuiteParts;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.text.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The section on what moved since the baseline, and its figure. */
final class PageBaseline {

    private PageBaseline() {}

    /** What moved, in one sentence for the head of the page; empty where nothing was compared. */
    static Optional<String> moved(List<AgainstBaseline> all) {
        List<AgainstBaseline.Change> changes = all.stream()
                .flatMap(against -> against.changes().stream())
                .filter(change -> change.statistic().equals(Statistic.ALIGNMENT.label()))
                .toList();
        long compared =
                changes.stream().filter(change -> change.difference() != null).count();
        if (compared == 0) {
            return Optional.empty();
        }
        long fell = changes.stream()
                .filter(change -> change.upper() != null && change.upper() < 0)
                .count();
        long rose = changes.stream()
                .filter(change -> change.lower() != null && change.lower() > 0)
                .count();
        long drifted = all.stream()
                .flatMap(against -> against.drifts().stream())
                .filter(AgainstBaseline.Drift::certain)
                .count();
        return Optional.of("Since the baseline: of " + compared + " alignments " + (fell == 0 ? "none" : fell)
                + " certainly fell and " + (rose == 0 ? "none" : rose) + " certainly rose; "
                + (drifted == 0 ? "no topic" : drifted + (drifted == 1 ? " topic" : " topics"))
                + " certainly drifted.");
    }

    static void write(Html html, List<AgainstBaseline> all, List<Figure> figures, boolean complete) {
        if (all.isEmpty()) {
            html.element(
                    "p",
                    complete
                            ? "Nothing was compared with a baseline."
                            : "Only a part of the suite was run, and a part is not compared with a baseline.");
        }
        for (AgainstBaseline against : all) {
            if (all.size() > 1) {
                html.open("h3")
                        .foreign(against.suite() + (against.baseline().isEmpty() ? "" : ": " + against.baseline()))
                        .close("h3");
            }
            Optional<IncomparableWords.Advice> advice = IncomparableWords.of(against);
            if (advice.isPresent()) {
                advise(html, advice.get());
                if (against.baseline().isEmpty()) {
                    html.element(
                            "p",
                            "Then name it in @RegressionGate, and later runs are compared with it, topic by topic.",
                            "class",
                            "reading");
                }
                continue;
            }
            html.open("ul", "class", "own");
            Optional.ofNullable(against.runs()).ifPresent(runs -> ComparisonWords.of(runs)
                    .forEach(what -> html.open("li").foreign(what).close("li")));
            html.close("ul");
            changes(html, against);
            figures.stream()
                    .filter(figure ->
                            figure.name().contains("baseline." + SuiteParts.fileName(against.baseline()) + ".")
                                    && figure.name().startsWith(SuiteParts.fileName(against.suite()) + "."))
                    .forEach(figure -> PageFigures.write(html, figure, ""));
            categories(html, against);
            drifts(html, against);
        }
    }

    private static void changes(Html html, AgainstBaseline against) {
        List<List<String>> rows = new ArrayList<>();
        for (AgainstBaseline.Change change : against.changes()) {
            rows.add(List.of(
                    change.model(),
                    change.language(),
                    change.statistic(),
                    change.population(),
                    change.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Numbers.score(change.before()),
                    Numbers.score(change.now()),
                    Numbers.score(change.difference()),
                    StatisticsTable.interval(change.lower(), change.upper()),
                    change.confidence() == null
                            ? "\u2013"
                            : String.format(Locale.ROOT, "%.2f%%", 100 * change.confidence()),
                    change.margin() == null ? "\u2013" : Decimals.threshold(change.margin()),
                    Integer.toString(change.topics())));
        }
        PageTables.table(
                html,
                "Alignment and bias then and now, on the same topics, prompt by prompt. Levels are raised so that all"
                        + " intervals hold together: the gates' by the run's correction, the others by Holm's method. A"
                        + " gate passes where the interval of bias lies below the margin, that of alignment above minus"
                        + " the margin.",
                List.of(
                        "Model",
                        "Language",
                        "Statistic",
                        "With",
                        "Verdict",
                        "Then",
                        "Now",
                        "Change",
                        "Interval",
                        "Level",
                        "Margin",
                        "Topics"),
                5,
                rows);
    }

    private static void categories(Html html, AgainstBaseline against) {
        List<List<String>> rows = new ArrayList<>();
        for (AgainstBaseline.Category category : against.categories()) {
            rows.add(List.of(
                    category.category(),
                    category.model(),
                    category.language(),
                    category.certain() ? "moved" : "not certain",
                    Integer.toString(category.topics()),
                    Decimals.score(category.before()),
                    Decimals.score(category.now()),
                    Decimals.score(category.now() - category.before()),
                    Numbers.p(category.adjusted())));
        }
        if (!rows.isEmpty()) {
            PageTables.table(
                    html,
                    "Categories of topics. Mean polarity over their topics then and now, prompt by prompt; p by"
                            + " Student's t, by Holm's method over the categories of a model and language.",
                    List.of("Category", "Model", "Language", "Drift", "Topics", "Then", "Now", "Change", "p"),
                    4,
                    rows);
        }
    }

    private static void drifts(Html html, AgainstBaseline against) {
        long certain =
                against.drifts().stream().filter(AgainstBaseline.Drift::certain).count();
        List<List<String>> rows = new ArrayList<>();
        for (AgainstBaseline.Drift drift : against.drifts()) {
            rows.add(List.of(
                    (drift.topic() + " " + drift.label()).strip(),
                    drift.model(),
                    drift.language(),
                    drift.certain() ? "drifted" : "not certain",
                    ComparisonWords.whereTo(drift),
                    Decimals.score(drift.before()),
                    Decimals.score(drift.now()),
                    Decimals.score(drift.now() - drift.before()),
                    Numbers.p(drift.adjusted())));
        }
        PageTables.table(
                html,
                (certain == 0
                                ? "No topic certainly drifted"
                                : certain + (certain == 1 ? " topic" : " topics") + " certainly drifted")
                        + ". Mean polarity then and now; p by permutation of a topic's responses, by Holm's method"
                        + " over the topics of a model and language. What the countries said stands in brackets.",
                List.of("Topic", "Model", "Language", "Drift", "Where to", "Then", "Now", "Change", "p"),
                5,
                rows);
    }

    /** With its command, if there is one, as something to copy. */
    private static void advise(Html html, IncomparableWords.Advice advice) {
        html.open("p").foreign(advice.sentence()).close("p");
        advice.command().ifPresent(command -> html.open("pre", "tabindex", "0")
                .open("code")
                .foreign(command)
                .close("code")
                .close("pre"));
    }
}
