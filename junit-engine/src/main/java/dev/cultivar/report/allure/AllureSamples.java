package dev.cultivar.report.allure;

import dev.cultivar.gate.facts.Cause;
import dev.cultivar.report.html.Html;
import dev.cultivar.report.words.CauseWords;
import dev.cultivar.report.words.Warnings;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.FailureReasons;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One Allure result for each model and language with red cells that no check looks at. If a run decided no gate, one for every model and
 * language, because something has to show the answers. None of them is ever green.
 */
final class AllureSamples {

    /** Maximum number of cells named in a description; the table of topics has all of them. */
    private static final int NAMED = 30;

    private static final int REASONS = 3;

    private final SuiteReport report;
    private final RunRecord run;
    private final AllureEvidence evidence;
    private final AllureNaming naming;

    AllureSamples(SuiteReport report, AllureEvidence evidence) {
        this.report = report;
        this.run = report.run();
        this.evidence = evidence;
        this.naming = new AllureNaming(report);
    }

    void write(Consumer<AllureTestResult> to) {
        for (SampleKey sample : evidence.samples()) {
            List<CellRecord> red = evidence.cells(sample).stream()
                    .filter(cell -> !report.checks().has(cell.key()))
                    .filter(cell -> CellStatus.of(cell).cause() != Cause.NONE)
                    .toList();
            if (!red.isEmpty()) {
                to.accept(test(sample, most(red), red));
            } else if (report.gates().isEmpty()) {
                to.accept(test(sample, new CellStatus("skipped", Cause.UNDECIDED), red));
            }
        }
    }

    /** The most frequent status of the cells. */
    private static CellStatus most(List<CellRecord> red) {
        Map<CellStatus, Long> counts = red.stream()
                .map(CellStatus::of)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Comparator.comparingLong((Map.Entry<CellStatus, Long> entry) -> entry.getValue())
                        .thenComparing(entry -> entry.getKey().cause()))
                .orElseThrow()
                .getKey();
    }

    private AllureTestResult test(SampleKey sample, CellStatus status, List<CellRecord> red) {
        String what = "cells";
        String history = naming.historyId(what, naming.parameters(sample.model(), sample.language()));
        return new AllureTestResult(
                naming.uuid(history),
                PlainText.line(what + ", " + sample.model() + " in " + Names.language(sample.language())),
                naming.fullName(what),
                naming.testCaseId(what),
                history,
                naming.titlePath(what),
                "finished",
                naming.start(status.group()),
                naming.stop(status.group()),
                status.status(),
                new AllureTestResult.StatusDetails(
                        CauseWords.ofCells(status.cause()),
                        AllureCategories.trace(status.cause(), trace(red)),
                        null,
                        null,
                        false),
                description(sample, red),
                naming.parameters(sample.model(), Names.language(sample.language())),
                naming.labels(
                        what, status.group(), Names.language(sample.language()), sample.model(), sample.language()),
                List.of(),
                List.of(),
                evidence.of(sample));
    }

    private static String trace(List<CellRecord> red) {
        return red.stream()
                .limit(NAMED)
                .map(cell -> PlainText.line(cell.key().topic() + ": " + AllureChecks.counts(cell)))
                .collect(Collectors.joining("\n"));
    }

    private String description(SampleKey sample, List<CellRecord> red) {
        Html html = new Html();
        html.open("p")
                .element(
                        "strong",
                        red.isEmpty()
                                ? Plural.of(evidence.cells(sample).size(), "cell") + " asked, no gate decided."
                                : "Red: " + red.size() + " of "
                                        + Plural.of(evidence.cells(sample).size(), "cell") + ".")
                .close("p");
        String unreviewed = Warnings.unreviewed(run.plan().books(), sample.language());
        if (!unreviewed.isEmpty()) {
            html.open("p").element("strong", unreviewed).close("p");
        }
        FailureReasons.of(red.stream().flatMap(cell -> evidence.responses(cell.key()).stream())).stream()
                .limit(REASONS)
                .forEach(reason -> html.element("p", reason));
        if (red.isEmpty()) {
            return html.toString();
        }
        html.open("table");
        red.stream().limit(NAMED).forEach(cell -> html.open("tr")
                .element("td", cell.key().topic())
                .element("td", AllureChecks.counts(cell))
                .close("tr"));
        html.close("table");
        if (red.size() > NAMED) {
            html.element("p", (red.size() - NAMED) + " more are in the table of topics.");
        }
        return html.toString();
    }
}
