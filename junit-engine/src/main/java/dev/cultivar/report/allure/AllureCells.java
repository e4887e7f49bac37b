package dev.cultivar.report.allure;

import dev.cultivar.api.Outcome;
import dev.cultivar.gate.facts.Cause;
import dev.cultivar.report.words.JsonWithSentences;
import dev.cultivar.report.words.StatementWords;
import dev.cultivar.report.words.Warnings;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.FailedCheck;
import dev.cultivar.results.ResultsJson;
import dev.cultivar.results.ShownAnswers;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Settings;
import dev.cultivar.survey.Topic;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Markdown;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Allure result of a cell. */
final class AllureCells {

    private final RunRecord run;
    private final AllureFolder files;
    private final AllureNaming naming;
    private final Map<String, Topic> topics = new HashMap<>();
    private final Map<CellKey, List<ResponseRecord>> responses;
    private final Map<CellKey, FailedCheck> failedChecks = new HashMap<>();

    AllureCells(SuiteReport report, AllureFolder files) {
        this.run = report.run();
        this.files = files;
        this.naming = new AllureNaming(report.suite(), run.started().toString());
        run.plan().topics().forEach(topic -> topics.put(topic.key(), topic));
        this.responses = run.responses().stream().collect(Collectors.groupingBy(ResponseRecord::cell));
        report.failedChecks().forEach(check -> failedChecks.putIfAbsent(check.cell(), check));
    }

    AllureTest test(CellRecord cell) {
        CellKey key = cell.key();
        String label = label(key.topic());
        String subject = label.isEmpty() ? key.topic() : key.topic() + " " + label;
        List<AllureTest.Parameter> parameters = parameters(cell);
        String history = naming.historyId(key.topic(), parameters);
        String uuid = naming.uuid(history);
        CellStatus status = CellStatus.of(cell, failedChecks.get(key));
        return new AllureTest(
                uuid,
                PlainText.line(subject + ", " + key.model() + ", " + key.language()),
                naming.fullName(key.topic()),
                naming.testCaseId(key.topic()),
                history,
                naming.titlePath(subject),
                "finished",
                run.started().toEpochMilli(),
                run.finished().toEpochMilli(),
                status.status(),
                new AllureTest.StatusDetails(
                        status.message(), AllureCategories.trace(status.cause(), ""), null, null, false),
                description(cell, label),
                parameters,
                naming.labels("topics", subject, key.model(), key.language()),
                List.of(),
                List.of(),
                attachments(cell, uuid));
    }

    private List<AllureTest.Parameter> parameters(CellRecord cell) {
        List<ResponseRecord> own = responses.getOrDefault(cell.key(), List.of());
        long tokens = own.stream()
                .mapToLong(
                        response -> response.usage().plus(response.judgeUsage()).total())
                .sum();
        return List.of(
                new AllureTest.Parameter("model", PlainText.line(cell.key().model()), false),
                new AllureTest.Parameter("language", PlainText.line(cell.key().language()), false),
                new AllureTest.Parameter("run", run.started().toString(), true),
                new AllureTest.Parameter(
                        "seed", run.plan().settings().value(Settings.SEED).toString(), true),
                new AllureTest.Parameter("tokens", Long.toString(tokens), true));
    }

    private List<AllureTest.Attachment> attachments(CellRecord cell, String uuid) {
        List<AllureTest.Attachment> attached = new ArrayList<>();
        CellRow row = CellRow.of(run.plan().suite(), cell);
        attached.add(files.attach(uuid, 1, "cell.json", "json", "application/json", JsonWithSentences.of(row)));
        String answers = ShownAnswers.text(
                responses.getOrDefault(cell.key(), List.of()),
                run.plan().settings().value(Settings.ANSWERS));
        if (!answers.isEmpty()) {
            attached.add(files.attach(uuid, 2, "answers.txt", "txt", "text/plain", ResultsJson.bytes(answers)));
        }
        return attached;
    }

    private String description(CellRecord cell, String label) {
        String polarity = Double.isNaN(cell.polarity()) ? "none" : Decimals.score(cell.polarity());
        return Markdown.text(label) + "\n\n"
                + "Polarity " + polarity + "; " + cell.scored() + " of " + cell.planned() + " responses scored. "
                + StatementWords.of(cell.statements()) + "\n\n"
                + warning(cell.key().language())
                + populations(cell.key().topic());
    }

    private String warning(String language) {
        String unreviewed = Warnings.unreviewed(run.plan().books(), language);
        return unreviewed.isEmpty() ? "" : "**" + unreviewed + "**\n\n";
    }

    private String populations(String topic) {
        return run.plan().populations().populations().stream()
                .flatMap(population -> run.plan().populations().polarity(population, topic).stream()
                        .mapToObj(value ->
                                "| " + Markdown.text(population.name()) + " | " + Decimals.score(value) + " |"))
                .collect(Collectors.joining("\n", "| population | polarity |\n|---|---|\n", "\n"));
    }

    private String label(String topic) {
        Topic known = topics.get(topic);
        return known == null ? "" : known.label();
    }

    /**
     * How a cell ended, in Allure's words: a failed check before an error, an error before a spent budget, and a cell
     * without any scored response is never green.
     */
    private record CellStatus(String status, Cause cause, String message) {

        static CellStatus of(CellRecord cell, @Nullable FailedCheck check) {
            if (check != null) {
                return new CellStatus("failed", Cause.VIOLATION, PlainText.text(check.message()));
            }
            int provider = count(cell, Outcome.PROVIDER_ERROR);
            int judge = count(cell, Outcome.JUDGE_ERROR);
            String counts = cell.scored() + " of " + cell.planned() + " responses scored: "
                    + CellRow.of("", cell).outcomes();
            if (provider + judge > 0) {
                return new CellStatus(
                        "broken",
                        provider >= judge ? Cause.PROVIDER : Cause.JUDGE,
                        (provider + judge) + " responses were lost to errors. " + counts);
            }
            if (count(cell, Outcome.OVER_BUDGET) > 0) {
                return new CellStatus("skipped", Cause.BUDGET, "The budget was spent. " + counts);
            }
            return cell.scored() == 0
                    ? new CellStatus("failed", Cause.COVERAGE, counts)
                    : new CellStatus("passed", Cause.NONE, counts);
        }

        private static int count(CellRecord cell, Outcome outcome) {
            return cell.outcomes().getOrDefault(outcome, 0);
        }
    }
}
