package dev.cultivar.report;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.GateVerdict;
import dev.cultivar.run.RunRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Allure result of a gate. */
final class AllureGates {

    private final SuiteReport report;
    private final RunRecord run;
    private final AllureFolder files;
    private final AllureNaming naming;
    /** Gates that differ in their metric only have the same parameters. */
    private final Map<String, Integer> used = new HashMap<>();

    AllureGates(SuiteReport report, AllureFolder files) {
        this.report = report;
        this.run = report.run();
        this.files = files;
        this.naming = new AllureNaming(report.suite(), run.started().toString());
    }

    AllureTest test(GateVerdict verdict) {
        GateRow gate = GateRow.of(
                report.suite(),
                verdict,
                RerunCommand.ofGate(report.suite(), run.plan().settings(), verdict));
        String what = "gate " + gate.gate() + " " + Decimals.threshold(gate.threshold());
        List<AllureTest.Parameter> parameters = parameters(gate);
        String history = naming.historyId(what, parameters);
        if (used.merge(history, 1, Integer::sum) > 1) {
            history = naming.historyId(what + " #" + used.get(history), parameters);
        }
        String uuid = naming.uuid(history);
        return new AllureTest(
                uuid,
                name(gate),
                naming.fullName(what),
                naming.testCaseId(what),
                history,
                naming.titlePath("gates", gate.gate()),
                "finished",
                run.finished().toEpochMilli(),
                run.finished().toEpochMilli(),
                status(gate),
                details(gate),
                "Decided on the bounds of the interval, unrounded. Again: " + Markdown.text(gate.rerun()) + warning(gate),
                parameters,
                naming.labels("gates", gate.gate(), Objects.requireNonNullElse(gate.model(), gate.gate())),
                List.of(),
                List.of(),
                attachments(gate, uuid));
    }

    /** On the gate's language, or on all where it rests on several. */
    private String warning(GateRow gate) {
        String unreviewed = gate.language() == null
                ? Unreviewed.sentence(run.plan().books())
                : Unreviewed.sentence(run.plan().books(), gate.language());
        return unreviewed.isEmpty() ? "" : "\n\n**" + unreviewed + "**";
    }

    private String status(GateRow gate) {
        if (gate.verdict() == Verdict.INCONCLUSIVE
                && run.plan().settings().inconclusive().value().equals("pass")) {
            return "passed";
        }
        return gate.verdict() == Verdict.PASS ? "passed" : "failed";
    }

    private static AllureTest.StatusDetails details(GateRow gate) {
        return new AllureTest.StatusDetails(
                Plain.text(gate.message()),
                "",
                GatesText.bound(gate),
                GatesText.estimate(gate),
                gate.verdict() == Verdict.INCONCLUSIVE);
    }

    private List<AllureTest.Parameter> parameters(GateRow gate) {
        List<AllureTest.Parameter> parameters = new ArrayList<>();
        add(parameters, "model", gate.model());
        add(parameters, "family", gate.family());
        add(parameters, "language", gate.language());
        add(parameters, "population", gate.population());
        parameters.add(new AllureTest.Parameter("run", run.started().toString(), true));
        parameters.add(new AllureTest.Parameter(
                "seed", run.plan().settings().seed().value().toString(), true));
        return List.copyOf(parameters);
    }

    private static void add(List<AllureTest.Parameter> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.add(new AllureTest.Parameter(name, Plain.line(value), false));
        }
    }

    private static String name(GateRow gate) {
        StringBuilder name = new StringBuilder("gate ").append(gate.gate());
        for (String part : new @Nullable String[] {gate.model(), gate.family(), gate.language(), gate.population()}) {
            name.append(part == null ? "" : ", " + part);
        }
        return Plain.line(name.toString());
    }

    private List<AllureTest.Attachment> attachments(GateRow gate, String uuid) {
        List<ResultRow> related = report.estimates().stream()
                .map(estimate -> ResultRow.of(report.suite(), estimate))
                .filter(row -> gate.model() == null || gate.model().equals(row.model()))
                .filter(row -> gate.language() == null || gate.language().equals(row.language()))
                .toList();
        List<AllureTest.Attachment> attached = new ArrayList<>();
        attached.add(files.attach(uuid, 1, "gate.json", "json", "application/json", Json.pretty(gate)));
        if (!related.isEmpty()) {
            attached.add(files.attach(uuid, 2, "statistics.csv", "csv", "text/csv", ResultsCsv.of(related)));
        }
        return attached;
    }
}
