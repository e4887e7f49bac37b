package dev.cultivar.report.page;

import dev.cultivar.report.html.Html;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.words.ComparisonWords;
import dev.cultivar.report.words.IncomparableWords;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.decision.MeasureWords;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.results.baseline.ChangeVerdict;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Digits;
import dev.cultivar.text.FileName;
import dev.cultivar.text.Names;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The section on what moved since the baseline, and its figure. */
final class PageBaseline {

    private PageBaseline() {}

    static void write(Html html, List<AgainstBaseline> baselines, List<Figure> figures, boolean complete) {
        List<AgainstBaseline> all =
                baselines.stream().filter(AgainstBaseline::tells).toList();
        if (all.isEmpty()) {
            html.element(
                    "p",
                    complete
                            ? "Nothing was compared with a baseline."
                            : "Only part of the suite was run, so it was not compared with a baseline.");
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
            Optional.ofNullable(against.runs()).ifPresent(runs -> ComparisonWords.beyondTopics(runs)
                    .forEach(what ->
                            html.open("li").foreign(Numbers.within(what)).close("li")));
            html.close("ul");
            gaps(html, against);
            changes(html, against);
            figures.stream()
                    .filter(figure -> figure.name().contains("baseline." + FileName.of(against.baseline()) + ".")
                            && figure.name().startsWith(FileName.of(against.suite()) + "."))
                    .forEach(figure -> PageFigures.write(html, figure, ""));
            categories(html, against);
            drifts(html, against);
        }
    }

    private static void gaps(Html html, AgainstBaseline against) {
        List<String> gaps = against.runs() == null ? List.of() : ComparisonWords.gaps(against.runs());
        if (gaps.isEmpty()) {
            return;
        }
        html.open("details").element("summary", "What could not be determined").open("ul");
        gaps.forEach(gap -> html.open("li").foreign(Numbers.within(gap)).close("li"));
        html.close("ul").close("details");
    }

    /** Shows the changes that a gate looks at and those that are certain; the others are folded away. */
    private static void changes(Html html, AgainstBaseline against) {
        Map<Boolean, List<List<String>>> rows = new HashMap<>();
        for (AgainstBaseline.Change change : against.changes()) {
            boolean told = change.margin() != null
                    || change.verdict() == ChangeVerdict.ROSE
                    || change.verdict() == ChangeVerdict.FELL;
            rows.computeIfAbsent(told, key -> new ArrayList<>())
                    .add(List.of(
                            change.model(),
                            Names.language(change.language()),
                            MeasureWords.statistic(change.statistic()),
                            Names.population(change.population()),
                            change.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            Numbers.score(change.before()),
                            Numbers.score(change.now()),
                            ComparisonWords.difference(change),
                            ComparisonWords.interval(change),
                            change.confidence() == null ? "\u2013" : Digits.percent(change.confidence()),
                            change.margin() == null ? "\u2013" : Decimals.threshold(change.margin()),
                            Integer.toString(change.topics())));
        }
        List<String> heads = List.of(
                "Model",
                "Asked in",
                "Statistic",
                "With",
                "Verdict",
                "Then",
                "Now",
                "Change",
                "Interval",
                "Level",
                "Margin",
                "Topics");
        told(
                html,
                rows,
                "Then and now, on the same topics, prompt by prompt. Levels are raised so that all decisions"
                        + " hold together. A gate passes if the interval of bias lies below the margin, or that of alignment"
                        + " above minus the margin.",
                "Scores without a gate that changed no more than chance explains",
                heads,
                5);
    }

    private static void categories(Html html, AgainstBaseline against) {
        Map<Boolean, List<List<String>>> rows = new HashMap<>();
        for (AgainstBaseline.Category category : against.categories()) {
            rows.computeIfAbsent(category.certain(), key -> new ArrayList<>())
                    .add(List.of(
                            category.category(),
                            category.model(),
                            Names.language(category.language()),
                            category.certain() ? "drifted" : "within chance",
                            Integer.toString(category.topics()),
                            Decimals.score(category.before()),
                            Decimals.score(category.now()),
                            Decimals.score(category.now() - category.before()),
                            Numbers.p(category.adjusted())));
        }
        told(
                html,
                rows,
                "Categories of topics that drifted. Mean polarity over their topics then and now, prompt by prompt; p by"
                        + " Student's t, with Holm's correction over the categories of a model and language.",
                "Categories that changed no more than chance explains",
                List.of("Category", "Model", "Asked in", "Drift", "Topics", "Then", "Now", "Change", "p"),
                4);
    }

    private static void drifts(Html html, AgainstBaseline against) {
        Map<Boolean, List<List<String>>> rows = new HashMap<>();
        for (AgainstBaseline.Drift drift : against.drifts()) {
            rows.computeIfAbsent(drift.certain(), key -> new ArrayList<>())
                    .add(List.of(
                            (drift.topic() + " " + drift.label()).strip(),
                            drift.model(),
                            Names.language(drift.language()),
                            drift.certain() ? "drifted" : "within chance",
                            ComparisonWords.whereTo(drift),
                            Decimals.score(drift.before()),
                            Decimals.score(drift.now()),
                            Decimals.score(drift.now() - drift.before()),
                            Numbers.p(drift.adjusted())));
        }
        int certain = rows.getOrDefault(true, List.of()).size();
        if (certain == 0) {
            html.element("p", ComparisonWords.NO_DRIFT);
        }
        told(
                html,
                rows,
                Plural.of(certain, "topic") + " drifted. Mean polarity then and now; p by permutation of a"
                        + " topic's responses, with Holm's correction over the topics of a model and language. What the"
                        + " countries said is in brackets.",
                "Other topics that changed most, none by more than chance explains",
                List.of("Topic", "Model", "Asked in", "Drift", "Direction", "Then", "Now", "Change", "p"),
                5);
    }

    private static void told(
            Html html,
            Map<Boolean, List<List<String>>> rows,
            String caption,
            String others,
            List<String> heads,
            int words) {
        List<List<String>> told = rows.getOrDefault(true, List.of());
        List<List<String>> untold = rows.getOrDefault(false, List.of());
        if (!told.isEmpty()) {
            PageTables.table(html, caption, heads, words, told);
        }
        if (!untold.isEmpty()) {
            String name = others + ": " + untold.size();
            html.open("details").element("summary", name);
            PageTables.table(html, name, heads, words, untold);
            html.close("details");
        }
    }

    /** Shows the advice, with its command, if any, ready to copy. */
    private static void advise(Html html, IncomparableWords.Advice advice) {
        html.open("p").foreign(advice.sentence()).close("p");
        advice.command().ifPresent(command -> html.open("pre", "tabindex", "0")
                .open("code")
                .foreign(command)
                .close("code")
                .close("pre"));
    }
}
