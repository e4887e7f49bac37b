package dev.cultivar.report.allure;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Coverage;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.facts.Cause;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.report.words.GateSentences;
import dev.cultivar.report.words.JsonWithSentences;
import dev.cultivar.report.words.NoteWords;
import dev.cultivar.report.words.Warnings;
import dev.cultivar.results.GateReferences;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.Redness;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.ResultsCsv;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.ShownAnswers;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.results.provenance.AgainCommand;
import dev.cultivar.results.provenance.JudgeInfo;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.Markdown;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Allure result of a gate. It is known by what it measures: its history goes on when its threshold is tightened.
 */
final class AllureGates {

    /** Cells whose answers are shown. */
    private static final int CELLS = 3;

    private final SuiteReport report;
    private final RunRecord run;
    private final AllureFolder files;
    private final AllureGateFigures figures;
    private final AllureNaming naming;
    private final GateReferences references;
    private final Map<CellKey, List<ResponseRecord>> responses;
    /** A plan has no two gates of one identity; results that were written by hand may. */
    private final Map<String, Integer> used = new HashMap<>();

    AllureGates(SuiteReport report, SuiteFigures page, AllureFolder files) {
        this.report = report;
        this.run = report.run();
        this.files = files;
        this.figures = new AllureGateFigures(page, report.gates());
        this.naming = new AllureNaming(report.suite(), run.started().toString());
        this.references = new GateReferences(report.estimates().stream()
                .map(estimate -> ResultRow.of(report.suite(), estimate))
                .toList());
        this.responses = run.responses().stream().collect(Collectors.groupingBy(ResponseRecord::cell));
    }

    AllureTest test(GateResult verdict) {
        GateRow gate = GateRow.of(
                report.suite(),
                run.plan().settings().value(Settings.CONFIDENCE),
                verdict,
                AgainCommand.ofGate(report.suite(), run.plan().settings(), verdict));
        String what = "gate " + gate.gate()
                + verdict.gate().metric().map(metric -> " " + metric).orElse("")
                + verdict.gate()
                        .baseline()
                        .map(baseline -> " against " + baseline)
                        .orElse("");
        List<AllureTest.Parameter> parameters = parameters(gate);
        String history = naming.historyId(what, parameters);
        int number = used.merge(history, 1, Integer::sum);
        if (number > 1) {
            history = naming.historyId(what + " #" + number, parameters);
        }
        String uuid = naming.uuid(history);
        AllureGateFacts facts = AllureGateFacts.of(gate, report, references);
        AllureGateCells cells = AllureGateCells.of(verdict, run);
        return new AllureTest(
                uuid,
                name(what, gate),
                naming.fullName(what),
                naming.testCaseId(what),
                history,
                naming.titlePath("gates", gate.gate()),
                "finished",
                run.finished().toEpochMilli(),
                run.finished().toEpochMilli(),
                status(verdict),
                details(gate, verdict),
                new AllureGateText(verdict, gate, facts, cells).markdown() + warning(gate),
                parameters,
                naming.labels(
                        "gates",
                        gate.gate(),
                        gate.model() == null ? "family " + gate.family() : gate.model(),
                        gate.language()),
                List.of(),
                List.of(),
                attachments(verdict, gate, facts, cells, what, uuid));
    }

    /** On prompts of the gate's language, or of all where it rests on several, and on the judge. */
    private String warning(GateRow gate) {
        String unreviewed = gate.language() == null
                ? Warnings.unreviewed(run.plan().books())
                : Warnings.unreviewed(run.plan().books(), gate.language());
        String judge = Markdown.text(
                String.join("; ", Warnings.judge(JudgeInfo.of(run.plan().settings()))));
        return Stream.of(unreviewed, judge)
                .filter(text -> !text.isEmpty())
                .map(text -> "\n\n**" + text + "**")
                .collect(Collectors.joining());
    }

    /** Red wherever the build is: an error of endpoint or judge is no statement on the model, and broken. */
    private String status(GateResult gate) {
        if (!Redness.of(run.plan().settings()).isRed(gate.verdict())) {
            return "passed";
        }
        return gate.cause() == Cause.PROVIDER || gate.cause() == Cause.JUDGE ? "broken" : "failed";
    }

    private static AllureTest.StatusDetails details(GateRow gate, GateResult verdict) {
        return new AllureTest.StatusDetails(
                PlainText.text(GateSentences.of(gate)),
                AllureCategories.trace(verdict.cause(), "again: " + PlainText.line(gate.rerun())),
                GateLines.bound(gate),
                GateLines.estimate(gate),
                gate.verdict() == Verdict.INCONCLUSIVE);
    }

    private List<AllureTest.Parameter> parameters(GateRow gate) {
        List<AllureTest.Parameter> parameters = new ArrayList<>();
        add(parameters, "model", gate.model());
        add(parameters, "family", gate.family());
        add(parameters, "language", gate.language());
        add(parameters, "population", gate.population());
        parameters.add(new AllureTest.Parameter("threshold", GateLines.bound(gate), true));
        parameters.add(new AllureTest.Parameter("run", run.started().toString(), true));
        parameters.add(new AllureTest.Parameter(
                "seed", run.plan().settings().value(Settings.SEED).toString(), true));
        return List.copyOf(parameters);
    }

    private static void add(List<AllureTest.Parameter> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.add(new AllureTest.Parameter(name, PlainText.line(value), false));
        }
    }

    private static String name(String what, GateRow gate) {
        StringBuilder name = new StringBuilder(what);
        for (String part : new @Nullable String[] {gate.model(), gate.family(), gate.language(), gate.population()}) {
            name.append(part == null ? "" : ", " + part);
        }
        return PlainText.line(name.toString());
    }

    private List<AllureTest.Attachment> attachments(
            GateResult verdict, GateRow gate, AllureGateFacts facts, AllureGateCells cells, String what, String uuid) {
        List<AllureTest.Attachment> attached = new ArrayList<>();
        figures.own(verdict, gate, facts, name(what, gate))
                .ifPresent(figure -> attached.add(
                        files.attach(uuid, 1, "gate.svg", "svg", "image/svg+xml", ResultsJson.bytes(figure.file()))));
        figures.among(verdict).forEach(figure -> attached.add(files.attachOnce(figure)));
        if (!cells.rows().isEmpty()) {
            attached.add(files.attach(uuid, 2, "cells.csv", "csv", "text/csv", ResultsJson.bytes(cells.csv())));
        }
        String answers = answers(verdict, cells);
        if (!answers.isEmpty()) {
            attached.add(files.attach(uuid, 3, "answers.txt", "txt", "text/plain", ResultsJson.bytes(answers)));
        }
        List<ResultRow> related = report.estimates().stream()
                .map(estimate -> ResultRow.of(report.suite(), estimate))
                .filter(row -> gate.model() == null || gate.model().equals(row.model()))
                .filter(row -> gate.language() == null || gate.language().equals(row.language()))
                .toList();
        if (!related.isEmpty()) {
            attached.add(
                    files.attach(uuid, 4, "statistics.csv", "csv", "text/csv", ResultsCsv.of(related, NoteWords::of)));
        }
        attached.add(files.attach(uuid, 5, "gate.json", "json", "application/json", JsonWithSentences.of(gate)));
        return attached;
    }

    /** Of the cells that weigh most; of a coverage gate those first that could not be scored, else those that were. */
    private String answers(GateResult verdict, AllureGateCells cells) {
        boolean scoredFirst = !(verdict.gate() instanceof Coverage);
        StringBuilder text = new StringBuilder();
        for (AllureGateCells.Row row : cells.first(CELLS)) {
            Stream<ResponseRecord> own = responses.getOrDefault(row.cell(), List.of()).stream();
            String answers = ShownAnswers.text(
                    own.sorted(Comparator.comparing(response -> Double.isNaN(response.polarity()) == scoredFirst))
                            .toList(),
                    run.plan().settings().value(Settings.ANSWERS));
            if (!answers.isEmpty()) {
                text.append("==== ")
                        .append(PlainText.line(row.cell().topic() + " " + row.label() + ", "
                                + row.cell().model() + ", " + row.cell().language()))
                        .append("\n\n")
                        .append(answers)
                        .append('\n');
            }
        }
        return text.toString();
    }
}
