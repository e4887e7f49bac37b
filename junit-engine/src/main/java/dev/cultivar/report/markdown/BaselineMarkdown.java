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
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.util.List;
import java.util.stream.Collectors;

/** What changed since the baseline, as tables and lists under a heading. */
final class BaselineMarkdown {

    private static final int MOST_CHANGES = 48;
    private static final int MOST_TOLD = 12;

    /** So many changes are all shown, also those that no gate is on. */
    private static final int FEW_CHANGES = 12;

    private BaselineMarkdown() {}

    /** Lines that end in {@code \n}; empty where there is no baseline to tell of. */
    static String of(ResultsFile results) {
        List<AgainstBaseline> all =
                results.baselines().stream().filter(AgainstBaseline::tells).toList();
        return all.isEmpty()
                ? ""
                : all.stream()
                        .map(BaselineMarkdown::section)
                        .collect(Collectors.joining("", "\n### Against the baseline\n", ""));
    }

    private static String section(AgainstBaseline against) {
        return IncomparableWords.of(against)
                .map(advice -> "\n" + text(advice.line()) + "\n")
                .orElseGet(() -> runs(against) + changes(against) + categories(against) + topics(against));
    }

    private static String runs(AgainstBaseline against) {
        String lines = against.runs() == null
                ? ""
                : ComparisonWords.beyondTopics(against.runs()).stream()
                        .map(what -> "- " + said(what) + "\n")
                        .collect(Collectors.joining());
        return "\n" + text(against.suite() + " against " + against.baseline() + ":") + "\n\n" + lines;
    }

    private static String changes(AgainstBaseline against) {
        List<AgainstBaseline.Change> shown = against.changes().stream()
                .filter(change -> change.margin() != null || against.changes().size() <= FEW_CHANGES)
                .limit(MOST_CHANGES)
                .toList();
        return "\n| model | language | statistic | with | then | now | change | interval | margin | verdict |\n"
                + "|---|---|---|---|--:|--:|--:|---|--:|---|\n"
                + shown.stream().map(BaselineMarkdown::row).collect(Collectors.joining())
                + more(against.changes().size(), shown.size(), "changes");
    }

    private static String categories(AgainstBaseline against) {
        String lines = against.categories().stream()
                .filter(AgainstBaseline.Category::certain)
                .map(category -> "- "
                        + text(category.model() + " in " + Names.language(category.language()) + ": "
                                + PlainText.line(category.category(), 60) + " over " + category.topics() + " topics, "
                                + Decimals.score(category.before()) + " then, " + Decimals.score(category.now())
                                + " now")
                        + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\nCategories that drifted:\n\n" + lines;
    }

    private static String topics(AgainstBaseline against) {
        List<AgainstBaseline.Drift> certain =
                against.drifts().stream().filter(AgainstBaseline.Drift::certain).toList();
        if (certain.isEmpty()) {
            return "\n" + ComparisonWords.NO_DRIFT + "\n";
        }
        return "\nTopics that drifted:\n\n"
                + certain.stream()
                        .limit(MOST_TOLD)
                        .map(drift -> "- "
                                + text(drift.model() + " in " + Names.language(drift.language()) + ", " + drift.topic()
                                        + " " + PlainText.line(drift.label(), 60) + ": "
                                        + Decimals.score(drift.before()) + " then, " + Decimals.score(drift.now())
                                        + " now, " + ComparisonWords.whereTo(drift))
                                + "\n")
                        .collect(Collectors.joining())
                + more(certain.size(), MOST_TOLD, "topics");
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
                change.margin() == null ? "" : Decimals.threshold(change.margin()),
                change.verdict().name().replace('_', ' '))) {
            text.append("| ").append(cell).append(' ');
        }
        return text.append("|\n").toString();
    }
}
