package dev.cultivar.report.markdown;

import static dev.cultivar.report.markdown.SummaryText.more;
import static dev.cultivar.report.markdown.SummaryText.said;
import static dev.cultivar.report.markdown.SummaryText.text;

import dev.cultivar.report.words.ComparisonWords;
import dev.cultivar.report.words.IncomparableWords;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.decision.MeasureWords;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.baseline.AgainstBaseline;
import dev.cultivar.results.baseline.ComparedRuns;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What changed since the baseline, as tables and lists under a heading. */
final class BaselineMarkdown {

    private static final int MOST_CHANGES = 48;
    private static final int MOST_TOLD = 12;

    /** Up to this many changes are all shown, including those without a gate. */
    private static final int FEW_CHANGES = 12;

    private BaselineMarkdown() {}

    /** Lines that end in {@code \n}; empty if there is no baseline to report on. */
    static String of(ResultsFile results) {
        boolean manyGates = results.gates().size() > SummaryMarkdown.FEW_GATES;
        return told(results)
                .map(against -> section(against, manyGates))
                .reduce(String::concat)
                .map(sections -> "\n### Against the baseline\n" + sections)
                .orElse("");
    }

    /** Models for which the text says who answered, then and now. */
    static Set<String> answered(ResultsFile results) {
        return told(results)
                .filter(against -> IncomparableWords.of(against).isEmpty())
                .flatMap(against -> Stream.ofNullable(against.runs()))
                .flatMap(runs -> runs.answered().stream())
                .map(ComparedRuns.Answered::model)
                .collect(Collectors.toSet());
    }

    private static Stream<AgainstBaseline> told(ResultsFile results) {
        return results.baselines().stream().filter(AgainstBaseline::tells);
    }

    private static String section(AgainstBaseline against, boolean manyGates) {
        return IncomparableWords.of(against)
                .map(advice -> "\n" + text(advice.line()) + "\n")
                .orElseGet(() -> runs(against)
                        + (manyGates && against.changes().size() > FEW_CHANGES ? counted(against) : changes(against))
                        + drifts(against));
    }

    private static String runs(AgainstBaseline against) {
        String lines = against.runs() == null
                ? ""
                : ComparisonWords.besideTheRun(against.runs()).stream()
                        .map(what -> "- " + said(what) + "\n")
                        .collect(Collectors.joining());
        return "\n" + text(against.suite() + " against " + against.baseline() + ":") + "\n\n" + lines;
    }

    /**
     * The number of changes, if there are many. Gates on a change are listed with the other gates, with then and now if they do not pass.
     */
    private static String counted(AgainstBaseline against) {
        long gated = against.changes().stream()
                .filter(change -> change.margin() != null)
                .count();
        return "\n" + Plural.of(against.changes().size(), "change") + ", "
                + (gated == 0 ? "none" : gated)
                + " of them with a gate: "
                + (gated == 0 ? "" : "what does not pass is above, ")
                + "all are in results.json.\n";
    }

    private static String changes(AgainstBaseline against) {
        List<AgainstBaseline.Change> shown = against.changes().stream()
                .filter(change -> change.margin() != null || against.changes().size() <= FEW_CHANGES)
                .limit(MOST_CHANGES)
                .toList();
        return "\n| model | language | statistic | with | then | now | change | interval | level | margin | verdict |\n"
                + "|---|---|---|---|--:|--:|--:|---|--:|--:|---|\n"
                + shown.stream().map(BaselineMarkdown::row).collect(Collectors.joining())
                + more(against.changes().size(), shown.size(), "changes");
    }

    private static String drifts(AgainstBaseline against) {
        List<String> categories = categories(against);
        List<String> topics = topics(against);
        String what = (categories.isEmpty() ? "" : "Categories")
                + (categories.isEmpty() || topics.isEmpty() ? "" : " and ")
                + (topics.isEmpty() ? "" : "topics");
        return (what.isEmpty() ? "" : "\n" + Names.capital(what) + " that drifted:\n\n")
                + Stream.of(categories, topics)
                        .flatMap(lines -> lines.stream().limit(MOST_TOLD))
                        .map(line -> "- " + text(line) + "\n")
                        .collect(Collectors.joining())
                + more(categories.size(), MOST_TOLD, "models and languages")
                + more(topics.size(), MOST_TOLD, "topics")
                + (topics.isEmpty() ? "\n" + ComparisonWords.NO_DRIFT + "\n" : "");
    }

    /** One line per model and language. */
    private static List<String> categories(AgainstBaseline against) {
        return against.categories().stream()
                .filter(AgainstBaseline.Category::certain)
                .collect(Collectors.groupingBy(
                        category -> category.model() + " in " + Names.language(category.language()),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                category -> PlainText.line(category.category(), 60) + " over " + category.topics()
                                        + " topics, " + Decimals.score(category.before()) + " then, "
                                        + Decimals.score(category.now()) + " now",
                                Collectors.joining("; "))))
                .entrySet()
                .stream()
                .map(line -> line.getKey() + ": " + line.getValue())
                .toList();
    }

    private static List<String> topics(AgainstBaseline against) {
        return against.drifts().stream()
                .filter(AgainstBaseline.Drift::certain)
                .map(drift -> drift.model() + " in " + Names.language(drift.language()) + ", " + drift.topic() + " "
                        + PlainText.line(drift.label(), 60) + ": " + Decimals.score(drift.before()) + " then, "
                        + Decimals.score(drift.now()) + " now, " + ComparisonWords.whereTo(drift))
                .toList();
    }

    private static String row(AgainstBaseline.Change change) {
        StringBuilder text = new StringBuilder();
        for (String cell : List.of(
                text(change.model()),
                text(Names.language(change.language())),
                text(MeasureWords.statistic(change.statistic())),
                text(Names.population(change.population())),
                Numbers.set(Numbers.score(change.before())),
                Numbers.set(Numbers.score(change.now())),
                Numbers.set(ComparisonWords.difference(change)),
                Numbers.set(ComparisonWords.interval(change)),
                change.confidence() == null ? "" : Digits.percent(change.confidence()),
                change.margin() == null ? "" : Decimals.threshold(change.margin()),
                change.verdict().name().replace('_', ' '))) {
            text.append("| ").append(cell).append(' ');
        }
        return text.append("|\n").toString();
    }
}
