package dev.cultivar.report.allure;

import dev.cultivar.gate.GateResult;
import dev.cultivar.io.AtomicFile;
import dev.cultivar.report.words.NoteWords;
import dev.cultivar.results.ResultRow;
import dev.cultivar.results.ResultsCsv;
import dev.cultivar.results.ShownAnswers;
import dev.cultivar.results.SuiteReport;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.SampleKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.ResponseRecord;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The attachments of results: for each model and language, a table of topics and a selection of answers; for the suite, all statistics.
 * Each is one file, however many results show it.
 */
final class AllureEvidence {

    private final SuiteReport report;
    private final AllureFolder files;
    private final Map<SampleKey, List<CellRecord>> cells = new LinkedHashMap<>();
    private final Map<SampleKey, List<AllureTestResult.Attachment>> attached = new HashMap<>();

    AllureEvidence(SuiteReport report, AllureFolder files) {
        this.report = report;
        this.files = files;
        report.run().cells().forEach(cell -> cells.computeIfAbsent(
                        new SampleKey(cell.key().model(), cell.key().language()), sample -> new ArrayList<>())
                .add(cell));
    }

    Set<SampleKey> samples() {
        return cells.keySet();
    }

    List<CellRecord> cells(SampleKey sample) {
        return cells.getOrDefault(sample, List.of());
    }

    List<ResponseRecord> responses(CellKey cell) {
        return report.run().responses(cell);
    }

    /** The topics and answers of a model in a language; empty if it was not asked. */
    List<AllureTestResult.Attachment> of(SampleKey sample) {
        return attached.computeIfAbsent(sample, this::write);
    }

    private List<AllureTestResult.Attachment> write(SampleKey sample) {
        List<CellRecord> own = cells(sample);
        if (own.isEmpty()) {
            return List.of();
        }
        List<GateResult> gates = report.gates().stream()
                .filter(gate ->
                        sample.model().equals(gate.model()) && sample.language().equals(gate.language()))
                .toList();
        AllureTopics topics = AllureTopics.of(report.run().plan(), sample, own, gates);
        String name = sample.model() + " in " + Names.language(sample.language());
        List<AllureTestResult.Attachment> written = new ArrayList<>();
        written.add(attach("topics of " + name + ".csv", AllureFolder.Kind.TABLE, topics::csv));
        if (!ShownAnswers.withheld(report.run().plan().settings())) {
            AllureAnswers answers =
                    new AllureAnswers(report.run().plan().settings(), topics, this::responses, cells.size());
            written.add(attach("answers of " + name + ".txt", AllureFolder.Kind.TEXT, answers));
        }
        return written;
    }

    /** Every statistic of the suite; empty if there are none. */
    List<AllureTestResult.Attachment> statistics() {
        if (report.estimates().isEmpty()) {
            return List.of();
        }
        return List.of(attach(
                "statistics.csv",
                AllureFolder.Kind.TABLE,
                out -> out.write(ResultsCsv.of(
                        report.estimates().stream()
                                .map(estimate -> ResultRow.of(report.suite(), estimate))
                                .toList(),
                        NoteWords::of))));
    }

    private AllureTestResult.Attachment attach(String name, AllureFolder.Kind kind, AtomicFile.Content content) {
        return files.attach(report.suite(), PlainText.line(name), kind, content);
    }
}
