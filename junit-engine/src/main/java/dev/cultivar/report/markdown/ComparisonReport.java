package dev.cultivar.report.markdown;

import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.CategoryDrift;
import dev.cultivar.history.RunComparison;
import dev.cultivar.history.TopicDrift;
import dev.cultivar.report.words.ComparisonWords;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.decision.MeasureWords;
import dev.cultivar.results.ReportFile;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.baseline.ComparedRuns;
import dev.cultivar.stats.Interval;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Digits;
import dev.cultivar.text.Markdown;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import dev.cultivar.text.TextTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison with a baseline for people: on the console, and as Markdown for a pull request. */
public final class ComparisonReport {

    private static final int MOST_UNCERTAIN = 5;

    private final RunComparison comparison;
    private final ComparedRuns runs;

    public ComparisonReport(RunComparison comparison) {
        this.comparison = comparison;
        runs = ComparedRuns.of(comparison);
    }

    /** Lines that end in {@code \n}. */
    public String console() {
        StringBuilder text = new StringBuilder();
        text.append(title()).append('\n');
        ComparisonWords.beyondTopics(runs)
                .forEach(what -> text.append("  ").append(PlainText.line(what)).append('\n'));
        TextTable changes = new TextTable()
                .words("model")
                .words("language")
                .words("statistic")
                .words("with")
                .numbers("then")
                .numbers("now")
                .numbers("change")
                .words("interval");
        changes().forEach(changes::row);
        text.append(changes.text("  "));
        text.append("  ").append(level()).append('\n');
        for (RunComparison.Part part : comparison.parts()) {
            text.append("  ").append(PlainText.line(summary(part))).append('\n');
            ComparisonWords.of(part.gaps())
                    .forEach(what ->
                            text.append("    ").append(PlainText.line(what)).append('\n'));
            TextTable categories = new TextTable()
                    .words("category")
                    .numbers("topics")
                    .numbers("then")
                    .numbers("now")
                    .numbers("change")
                    .numbers("p (Holm)")
                    .words("");
            part.categories().forEach(category -> categories.row(row(category)));
            text.append(categories.isEmpty() ? "" : categories.text("    "));
            TextTable drifts = new TextTable()
                    .words("topic")
                    .numbers("then")
                    .numbers("now")
                    .numbers("change")
                    .numbers("p")
                    .numbers("p (Holm)")
                    .words("direction");
            shown(part).forEach(drift -> drifts.row(row(drift)));
            text.append(drifts.isEmpty() ? "" : drifts.text("    "));
        }
        return text.toString();
    }

    /** The same as Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(Markdown.text(title())).append("\n\n");
        ComparisonWords.beyondTopics(runs)
                .forEach(what -> text.append("- ").append(Markdown.text(what)).append('\n'));
        text.append("""

                | model | language | statistic | with | then | now | change | interval |
                |---|---|---|---|--:|--:|--:|---|
                """);
        changes().forEach(row -> line(text, row));
        text.append('\n').append(Markdown.text(level())).append('\n');
        for (RunComparison.Part part : comparison.parts()) {
            text.append("\n## ").append(Markdown.text(summary(part))).append("\n\n");
            ComparisonWords.of(part.gaps())
                    .forEach(what ->
                            text.append("- ").append(Markdown.text(what)).append('\n'));
            if (!part.categories().isEmpty()) {
                text.append(
                        "\n| category | topics | then | now | change | p (Holm) | |\n|---|--:|--:|--:|--:|--:|---|\n");
                part.categories().forEach(category -> line(text, row(category)));
            }
            if (!part.drifts().isEmpty()) {
                text.append(
                        "\n| topic | then | now | change | p | p (Holm) | direction |\n|---|--:|--:|--:|--:|--:|---|\n");
                shown(part).forEach(drift -> line(text, row(drift)));
            }
        }
        return text.append("\n"
                        + "Categories: Student's t over the paired changes of their topics; Holm over the"
                        + " categories of a model")
                .append(" and language.\n")
                .append("\np: permutation of a topic's responses between the two runs; Holm over the topics of a")
                .append(" model and language.\n")
                .toString();
    }

    /**
     * Writes the Markdown file, whole or not at all.
     *
     * @throws ResultsException if it cannot be written
     */
    public void writeTo(Path file) {
        ReportFile.write(file, markdown().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the Markdown for a comparison that was not possible, so that no comparison from an earlier run is left in its place.
     *
     * @param why a sentence
     */
    public static void writeNone(Path file, String why) {
        ReportFile.write(file, ("# Not compared\n\n" + Markdown.text(why) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String title() {
        BaselineRun before = comparison.before();
        return before.suite() + ": run of "
                + Numbers.times(comparison.now().runs().get(0).created())
                + " compared with the baseline of "
                + before.runs().stream()
                        .map(run -> Numbers.times(run.created()))
                        .collect(Collectors.joining(" and "));
    }

    private String level() {
        return "Each interval is at the level at which Holm's method decides its row, so that all decisions hold together at "
                + Digits.percent(comparison.confidence()) + ".";
    }

    private List<String[]> changes() {
        return comparison.parts().stream()
                .flatMap(part -> part.changes().stream().map(change -> new String[] {
                    part.model(),
                    Names.language(part.language()),
                    MeasureWords.statistic(change.statistic().label()),
                    Names.population(change.population()),
                    score(change.compared().before()),
                    score(change.compared().now()),
                    score(change.difference()),
                    interval(change)
                }))
                .toList();
    }

    private static String interval(RunComparison.Change change) {
        Interval interval = change.interval();
        int topics = change.compared().topics();
        if (interval == null) {
            return "too few topics (" + topics + ")";
        }
        return "[" + Decimals.lower(interval.lower()) + ", " + Decimals.upper(interval.upper()) + "] over "
                + Plural.of(topics, "topic");
    }

    private String summary(RunComparison.Part part) {
        long certain = part.drifts().stream().filter(comparison::certain).count();
        return part.model() + " in " + Names.language(part.language())
                + (part.earlier().equals(part.model()) ? "" : " since " + part.earlier()) + ": "
                + (certain == 0 ? "no topic drifted" : Plural.of(certain, "topic") + " drifted")
                + ", of "
                + part.drifts().size() + " compared";
    }

    /** All topics that certainly drifted, and the largest drifts among the others. */
    private List<TopicDrift> shown(RunComparison.Part part) {
        return Stream.concat(
                        part.drifts().stream().filter(comparison::certain),
                        part.drifts().stream()
                                .filter(drift -> !comparison.certain(drift))
                                .limit(MOST_UNCERTAIN))
                .toList();
    }

    private String[] row(CategoryDrift category) {
        return new String[] {
            category.category(),
            Integer.toString(category.topics()),
            score(category.before()),
            score(category.now()),
            score(category.difference()),
            Numbers.p(category.adjusted()),
            comparison.certain(category) ? "drifted" : "within chance"
        };
    }

    private static String[] row(TopicDrift drift) {
        return new String[] {
            drift.topic(),
            score(drift.before()),
            score(drift.now()),
            score(drift.difference()),
            Numbers.p(drift.p()),
            Numbers.p(drift.adjusted()),
            ComparisonWords.whereTo(drift)
        };
    }

    private static String score(double value) {
        return Double.isFinite(value) ? Decimals.score(value) : "-";
    }

    private static void line(StringBuilder text, String[] cells) {
        for (String cell : cells) {
            text.append("| ").append(Markdown.text(cell)).append(' ');
        }
        text.append("|\n");
    }
}
