package dev.cultivar.report;

import dev.cultivar.analysis.PairedComparison;
import dev.cultivar.analysis.Pivot;
import dev.cultivar.gate.RunComparison;
import dev.cultivar.gate.TopicDrift;
import dev.cultivar.stats.Interval;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A comparison with a baseline for people: on the console, and as Markdown for a pull request. */
public final class ComparisonReport {

    private static final int MOST_UNCERTAIN = 5;

    private final RunComparison comparison;

    public ComparisonReport(RunComparison comparison) {
        this.comparison = comparison;
    }

    /** Lines that end in {@code \n}. */
    public String console() {
        StringBuilder text = new StringBuilder();
        text.append(title()).append('\n');
        comparison
                .said()
                .forEach(what -> text.append("  ").append(Plain.line(what)).append('\n'));
        TextTable changes = new TextTable()
                .words("model")
                .words("language")
                .words("with")
                .numbers("then")
                .numbers("now")
                .numbers("change")
                .words(level());
        changes().forEach(changes::row);
        text.append(changes.text("  "));
        for (RunComparison.Part part : comparison.parts()) {
            text.append("  ").append(Plain.line(summary(part))).append('\n');
            part.said()
                    .forEach(
                            what -> text.append("    ").append(Plain.line(what)).append('\n'));
            TextTable drifts = new TextTable()
                    .words("topic")
                    .numbers("then")
                    .numbers("now")
                    .numbers("change")
                    .numbers("p")
                    .numbers("p (Holm)");
            shown(part).forEach(drift -> drifts.row(row(drift)));
            text.append(drifts.isEmpty() ? "" : drifts.text("    "));
        }
        return text.toString();
    }

    /** The same as Markdown. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(Markdown.text(title())).append("\n\n");
        comparison
                .said()
                .forEach(what -> text.append("- ").append(Markdown.text(what)).append('\n'));
        text.append("\n| model | language | with | then | now | change | ")
                .append(level())
                .append(" |\n|---|---|---|--:|--:|--:|---|\n");
        changes().forEach(row -> line(text, row));
        for (RunComparison.Part part : comparison.parts()) {
            text.append("\n## ").append(Markdown.text(summary(part))).append("\n\n");
            part.said()
                    .forEach(what ->
                            text.append("- ").append(Markdown.text(what)).append('\n'));
            if (!part.drifts().isEmpty()) {
                text.append("\n| topic | then | now | change | p | p (Holm) |\n|---|--:|--:|--:|--:|--:|\n");
                shown(part).forEach(drift -> line(text, row(drift)));
            }
        }
        return text.append("\np: permutation of a topic's responses between the two runs; Holm over the topics of a")
                .append(" model and language.\n")
                .toString();
    }

    /**
     * Writes the Markdown; the file is whole or not there.
     *
     * @throws ResultsException where it cannot be written
     */
    public void writeTo(Path file) {
        AtomicFile.write(file, markdown().getBytes(StandardCharsets.UTF_8));
    }

    private String title() {
        return comparison.suite() + ": run of " + comparison.now() + " compared with the baseline of "
                + comparison.before();
    }

    private String level() {
        return String.format(Locale.ROOT, "%.4g%% interval", 100 * comparison.confidence())
                .replaceAll("\\.?0+%", "%");
    }

    private List<String[]> changes() {
        return comparison.parts().stream()
                .flatMap(part -> part.changes().stream().map(change -> new String[] {
                    part.model(),
                    part.language(),
                    change.population(),
                    score(change.compared().before()),
                    score(change.compared().now()),
                    change.compared().pivot() == null
                            ? "-"
                            : score(change.compared().now() - change.compared().before()),
                    interval(change.compared())
                }))
                .toList();
    }

    private String interval(PairedComparison compared) {
        Pivot pivot = compared.pivot();
        if (pivot == null) {
            return "too few topics (" + compared.topics() + ")";
        }
        Interval interval = pivot.interval(comparison.confidence());
        return "[" + Decimals.lower(interval.lower()) + ", " + Decimals.upper(interval.upper()) + "] over "
                + compared.topics() + " topics";
    }

    private String summary(RunComparison.Part part) {
        long certain = part.drifts().stream().filter(comparison::certain).count();
        return part.model() + " in " + part.language() + ": "
                + (certain == 0
                        ? "no topic certainly drifted"
                        : certain + (certain == 1 ? " topic" : " topics") + " certainly drifted")
                + ", of "
                + part.drifts().size() + " compared";
    }

    /** All that certainly drifted, and the largest of the others. */
    private List<TopicDrift> shown(RunComparison.Part part) {
        return Stream.concat(
                        part.drifts().stream().filter(comparison::certain),
                        part.drifts().stream()
                                .filter(drift -> !comparison.certain(drift))
                                .limit(MOST_UNCERTAIN))
                .toList();
    }

    private static String[] row(TopicDrift drift) {
        return new String[] {
            drift.topic(),
            score(drift.before()),
            score(drift.now()),
            score(drift.difference()),
            p(drift.p()),
            p(drift.adjusted())
        };
    }

    private static String p(double p) {
        return p < 0.0001 ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p);
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
