package dev.cultivar.report.allure;

import dev.cultivar.gate.facts.Cause;
import dev.cultivar.provider.Usage;
import dev.cultivar.report.html.Html;
import dev.cultivar.report.words.CauseWords;
import dev.cultivar.report.words.StatementWords;
import dev.cultivar.report.words.Warnings;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.OwnChecks.FailedCheck;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.ShownAnswers;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.results.provenance.AgainCommand;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.AnswersShown;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Allure results of cells that the suite's own methods looked at. */
final class AllureChecks {

    private final SuiteReport report;
    private final RunRecord run;
    private final AllureFolder files;
    private final AllureEvidence evidence;
    private final AllureNaming naming;
    private final Map<CellKey, FailedCheck> failed = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    AllureChecks(SuiteReport report, AllureFolder files, AllureEvidence evidence) {
        this.report = report;
        this.run = report.run();
        this.files = files;
        this.evidence = evidence;
        this.naming = new AllureNaming(report);
        report.failedChecks().forEach(check -> failed.putIfAbsent(check.cell(), check));
        run.plan().topics().forEach((Topic topic) -> labels.put(topic.key(), topic.label()));
    }

    void write(Consumer<AllureTestResult> to) {
        run.cells().stream()
                .filter(cell -> report.checks().has(cell.key()))
                .map(this::test)
                .forEach(to);
    }

    private AllureTestResult test(CellRecord cell) {
        CellKey key = cell.key();
        String label = labels.getOrDefault(key.topic(), "");
        String subject = label.isEmpty() ? key.topic() : key.topic() + " " + label;
        String history = naming.historyId(key.topic(), naming.parameters(key.model(), key.language()));
        String uuid = naming.uuid(history);
        FailedCheck check = failed.get(key);
        CellStatus status = status(cell, check);
        return new AllureTestResult(
                uuid,
                PlainText.line(subject + ", " + key.model() + " in " + Names.language(key.language())),
                naming.fullName(key.topic()),
                naming.testCaseId(key.topic()),
                history,
                naming.titlePath("checks", subject),
                "finished",
                naming.start(status.group()),
                naming.stop(status.group()),
                status.status(),
                new AllureTestResult.StatusDetails(
                        CauseWords.ofCheck(key.topic(), status.cause()),
                        AllureCategories.trace(
                                status.cause(),
                                PlainText.text(check == null ? counts(cell) : check.message()) + "\nagain: "
                                        + AgainCommand.ofCell(
                                                report.suite(), run.plan().settings(), key)
                                        + "\n" + CauseWords.ONE_CELL),
                        null,
                        null,
                        false),
                description(cell, check),
                parameters(key),
                naming.labels("check", status.group(), subject, key.model(), key.language()),
                List.of(),
                List.of(),
                attachments(key, uuid, status));
    }

    private CellStatus status(CellRecord cell, @Nullable FailedCheck check) {
        if (check != null) {
            return new CellStatus("failed", Cause.VIOLATION);
        }
        return report.checks().givenUp().contains(cell.key())
                ? new CellStatus("skipped", Cause.UNDECIDED)
                : CellStatus.of(cell);
    }

    private List<AllureTestResult.Parameter> parameters(CellKey cell) {
        long tokens = evidence.responses(cell).stream()
                .map(response -> response.usage().plus(response.judgeUsage()))
                .reduce(Usage.NONE, Usage::plus)
                .total();
        return naming.parameters(
                cell.model(),
                Names.language(cell.language()),
                AllureTestResult.Parameter.ofRun("tokens", Long.toString(tokens)));
    }

    /** The cell's own answers if something is wrong with it, otherwise those of its model and language. */
    private List<AllureTestResult.Attachment> attachments(CellKey cell, String uuid, CellStatus status) {
        List<AllureTestResult.Attachment> attached = new ArrayList<>();
        AnswersShown which = run.plan().settings().value(Settings.ANSWERS);
        List<ResponseRecord> shown = ShownAnswers.of(evidence.responses(cell), which);
        if (status.cause() != Cause.NONE && !shown.isEmpty()) {
            attached.add(files.attach(uuid, "answers.txt", AllureFolder.Kind.TEXT, out -> {
                for (ResponseRecord response : shown) {
                    out.write(ResultsJson.bytes(ShownAnswers.text(response, which)));
                }
            }));
        }
        attached.addAll(evidence.of(new SampleKey(cell.model(), cell.language())));
        return attached;
    }

    private String description(CellRecord cell, @Nullable FailedCheck check) {
        Html html = new Html();
        if (check != null) {
            html.open("p").element("strong", PlainText.text(check.message())).close("p");
        }
        html.element(
                "p",
                "Polarity " + (Double.isNaN(cell.polarity()) ? "none" : Decimals.score(cell.polarity())) + "; "
                        + counts(cell) + ". " + StatementWords.of(cell.statements()));
        String unreviewed = Warnings.unreviewed(run.plan().books(), cell.key().language());
        if (!unreviewed.isEmpty()) {
            html.open("p").element("strong", unreviewed).close("p");
        }
        return html.element("p", "People: " + people(cell.key().topic()) + ".").toString();
    }

    private String people(String topic) {
        return run.plan().populations().populations().stream()
                .flatMap(population -> run.plan().populations().polarity(population, topic).stream()
                        .mapToObj(value -> Names.population(population.name()) + " " + Decimals.score(value)))
                .collect(Collectors.joining(", "));
    }

    static String counts(CellRecord cell) {
        return cell.scored() + " of " + cell.planned() + " responses scored: "
                + CellRow.of("", cell).outcomes().entrySet().stream()
                        .map(outcome -> outcome.getKey() + " " + outcome.getValue())
                        .collect(Collectors.joining(", "));
    }
}
