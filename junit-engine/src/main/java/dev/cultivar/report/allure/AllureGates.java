package dev.cultivar.report.allure;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.facts.Cause;
import dev.cultivar.report.figure.SuiteFigures;
import dev.cultivar.report.plot.Figure;
import dev.cultivar.report.words.CauseWords;
import dev.cultivar.report.words.GateLines;
import dev.cultivar.report.words.GateSentences;
import dev.cultivar.report.words.Numbers;
import dev.cultivar.report.words.Warnings;
import dev.cultivar.results.GateReferences;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.Redness;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.results.provenance.JudgeInfo;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Allure results of a suite's gates. A gate is identified by what it measures, so its history continues when its threshold is
 * tightened.
 */
final class AllureGates {

    private final SuiteReport report;
    private final RunRecord run;
    private final AllureFolder files;
    private final AllureEvidence evidence;
    private final AllureGateFigures figures;
    private final AllureNaming naming;
    private final GateReferences references;
    private final Map<SampleKey, GateResult> bearers;
    /** A plan never has two gates with the same identity, but results written by hand may. */
    private final Map<String, Integer> used = new HashMap<>();

    AllureGates(SuiteReport report, SuiteFigures page, AllureFolder files, AllureEvidence evidence) {
        this.report = report;
        this.run = report.run();
        this.files = files;
        this.evidence = evidence;
        this.figures = new AllureGateFigures(page);
        this.naming = new AllureNaming(report);
        this.bearers = bearers(report.gates(), evidence.samples());
        this.references = new GateReferences(report.estimates().stream()
                .map(estimate -> ResultRow.of(report.suite(), estimate))
                .toList());
    }

    void write(Consumer<AllureTestResult> to) {
        report.gates().stream().map(this::test).forEach(to);
    }

    private AllureTestResult test(GateResult verdict) {
        GateRow gate = GateRow.of(
                report.suite(), run.plan().settings().value(Settings.CONFIDENCE), verdict, report.again(verdict));
        String what = "gate " + AllureNaming.gate(verdict);
        List<AllureTestResult.Parameter> identity = identity(gate);
        String history = naming.historyId(what, identity);
        int number = used.merge(history, 1, Integer::sum);
        if (number > 1) {
            history = naming.historyId(what + " #" + number, identity);
        }
        AllureGateFacts facts = AllureGateFacts.of(gate, run.plan().settings(), evidence, references);
        AllureGateCells cells = AllureGateCells.of(
                verdict,
                run.plan(),
                gate.model() == null ? List.of() : evidence.cells(new SampleKey(gate.model(), verdict.language())));
        AllureGroup group = AllureGroup.of(gate);
        String name = name("gate " + AllureNaming.named(verdict), gate);
        return new AllureTestResult(
                naming.uuid(history),
                name,
                naming.fullName(what),
                naming.testCaseId(what),
                history,
                naming.titlePath("gates", gate.gate()),
                "finished",
                naming.start(group),
                naming.stop(group),
                status(gate),
                details(gate, verdict),
                new AllureGateText(verdict, gate, facts, cells)
                        .html(figures.own(verdict, gate, facts, name), warnings(gate)),
                parameters(gate),
                naming.labels(
                        "gate",
                        group,
                        gate.declared().noun(),
                        gate.model() == null ? "family " + gate.family() : gate.model(),
                        gate.language()),
                List.of(),
                List.of(),
                attachments(verdict));
    }

    /** Warnings about the prompts of the gate's language, or of all languages if it rests on several, and about the judge. */
    private List<String> warnings(GateRow gate) {
        String unreviewed = gate.language() == null
                ? Warnings.unreviewed(run.plan().books())
                : Warnings.unreviewed(run.plan().books(), gate.language());
        return Stream.concat(
                        Stream.of(unreviewed),
                        Warnings.judge(JudgeInfo.of(run.plan().settings())).stream())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /**
     * Red whenever the build is red because of the gate; neither red nor green if nothing was compared. An unmeasured gate says nothing
     * about the model and is broken, unless the model's answers are the reason.
     */
    private String status(GateRow gate) {
        if (gate.uncompared()) {
            return "skipped";
        }
        if (!Redness.of(run.plan().settings()).isRed(gate.verdict())) {
            return "passed";
        }
        return gate.wentUnmeasured() && gate.cause() != Cause.COVERAGE ? "broken" : "failed";
    }

    /** The message contains no numbers, because Allure groups by it; the measurements are in the trace and the description. */
    private static AllureTestResult.StatusDetails details(GateRow gate, GateResult verdict) {
        return new AllureTestResult.StatusDetails(
                gate.uncompared()
                        ? CauseWords.uncompared(gate.declared().noun())
                        : CauseWords.ofGate(gate.declared().noun(), verdict.cause()),
                gate.uncompared()
                        ? PlainText.text(Numbers.within(GateSentences.of(gate)))
                        : AllureCategories.trace(
                                verdict.cause(),
                                PlainText.text(Numbers.within(GateSentences.of(gate))) + "\nagain: "
                                        + PlainText.line(gate.rerun())),
                GateLines.boundInPrint(gate),
                Numbers.set(GateLines.estimate(gate)),
                gate.verdict() == Verdict.INCONCLUSIVE);
    }

    /** Uses codes, which do not change when names are reworded. */
    private static List<AllureTestResult.Parameter> identity(GateRow gate) {
        return whom(gate, gate.language(), gate.population());
    }

    private static List<AllureTestResult.Parameter> whom(
            GateRow gate, @Nullable String language, @Nullable String population) {
        List<AllureTestResult.Parameter> parameters = new ArrayList<>();
        add(parameters, "model", gate.model());
        add(parameters, "family", gate.family());
        add(parameters, "language", language);
        add(parameters, "population", population);
        return parameters;
    }

    private List<AllureTestResult.Parameter> parameters(GateRow gate) {
        List<AllureTestResult.Parameter> parameters = whom(
                gate,
                gate.language() == null ? null : Names.language(gate.language()),
                gate.population() == null ? null : Names.population(gate.population()));
        parameters.add(AllureTestResult.Parameter.ofRun("threshold", GateLines.boundInPrint(gate)));
        parameters.addAll(naming.run());
        return List.copyOf(parameters);
    }

    private static void add(List<AllureTestResult.Parameter> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.add(AllureTestResult.Parameter.ofTest(name, PlainText.line(value)));
        }
    }

    private static String name(String what, GateRow gate) {
        String who = gate.model() == null ? "family " + gate.family() : gate.model();
        return PlainText.line(what + ", " + who
                + (gate.language() == null ? "" : " in " + Names.language(gate.language()))
                + (gate.population() == null ? "" : ", " + Names.population(gate.population())));
    }

    private List<AllureTestResult.Attachment> attachments(GateResult gate) {
        List<AllureTestResult.Attachment> attached = new ArrayList<>();
        for (Figure figure : figures.among(gate)) {
            attached.add(files.attach(
                    "figure",
                    figure.name() + ".svg",
                    AllureFolder.Kind.FIGURE,
                    out -> out.write(ResultsJson.bytes(figure.file()))));
        }
        restsOn(gate).forEach(sample -> attached.addAll(evidence.of(sample)));
        attached.addAll(evidence.statistics());
        return attached;
    }

    /** The gate's own model and language. The first gate of a model, or of the suite, also bears those without a gate. */
    private List<SampleKey> restsOn(GateResult gate) {
        return evidence.samples().stream()
                .filter(sample -> (sample.model().equals(gate.model())
                                && sample.language().equals(gate.language()))
                        || gate.equals(bearers.get(sample)))
                .toList();
    }

    /** Which gates show the samples that have no gate of their own. */
    private static Map<SampleKey, GateResult> bearers(List<GateResult> gates, Set<SampleKey> samples) {
        Set<SampleKey> gated = gates.stream()
                .flatMap(gate -> Stream.ofNullable(gate.model()).map(model -> new SampleKey(model, gate.language())))
                .collect(Collectors.toSet());
        Map<SampleKey, GateResult> bearers = new HashMap<>();
        samples.stream().filter(sample -> !gated.contains(sample)).forEach(sample -> gates.stream()
                .filter(gate -> sample.model().equals(gate.model()))
                .findFirst()
                .or(() -> gates.stream().findFirst())
                .ifPresent(gate -> bearers.put(sample, gate)));
        return bearers;
    }
}
