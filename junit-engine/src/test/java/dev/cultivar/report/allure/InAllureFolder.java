package dev.cultivar.report.allure;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.analysis.alignment.LeaveOneOut;
import dev.cultivar.api.Outcome;
import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.Gates;
import dev.cultivar.gate.facts.ErrorControl;
import dev.cultivar.report.Reports;
import dev.cultivar.report.RunReports;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.response.CellRecord;
import dev.cultivar.run.response.PromptParts;
import dev.cultivar.run.response.StatementCounts;
import dev.cultivar.settings.Estimand;
import dev.cultivar.stats.Interval;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** A folder of results, written as a run writes them and read as Allure reads them. */
abstract class InAllureFolder {

    static final CellKey SUICIDE = new CellKey("F123", "m1", "da");

    @TempDir
    Path folder;

    void write(Reports reports) {
        reports.write(new RunReports(folder.resolve("cultivar"), Optional.of(allure())));
    }

    Path allure() {
        return folder.resolve("allure-results");
    }

    /** As Allure's own model reads them, by name. */
    List<TestResult> results() throws IOException {
        JsonMapper mapper = JsonMapper.builder()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        List<TestResult> results = new ArrayList<>();
        try (var files = Files.list(allure())) {
            for (Path file : files.filter(path -> path.toString().endsWith("-result.json"))
                    .toList()) {
                results.add(mapper.readValue(file.toFile(), TestResult.class));
            }
        }
        results.sort(Comparator.comparing(TestResult::getName));
        return results;
    }

    static String label(TestResult result, String name) {
        return result.getLabels().stream()
                .filter(label -> label.getName().equals(name))
                .map(Label::getValue)
                .findFirst()
                .orElseThrow();
    }

    static List<String> names(TestResult result) {
        return result.getAttachments().stream()
                .map(attachment -> attachment.getName())
                .toList();
    }

    String attached(TestResult result, String name) throws IOException {
        String source = result.getAttachments().stream()
                .filter(attachment -> attachment.getName().equals(name))
                .map(attachment -> attachment.getSource())
                .findFirst()
                .orElseThrow();
        return Files.readString(allure().resolve(source));
    }

    static CellRecord cell(String topic, Map<Outcome, Integer> outcomes) {
        return new CellRecord(
                new CellKey(topic, "m1", "da"), 3, outcomes, 0.5, StatementCounts.NONE, PromptParts.NONE, List.of());
    }

    static CellRecord other(String model, String language) {
        return new CellRecord(
                new CellKey("F118", model, language),
                3,
                Map.of(Outcome.SCORED, 3),
                0.5,
                StatementCounts.NONE,
                PromptParts.NONE,
                List.of());
    }

    static GateResult weighed(Gate gate, Verdict verdict, double... without) {
        TreeMap<String, Double> topics = new TreeMap<>();
        topics.put("F118", without[0]);
        topics.put("F120", without[1]);
        topics.put("F123", without[2]);
        GateOutcome outcome = new GateOutcome.Decided(
                0.5,
                new Interval(0.4, 0.6, 0.95),
                Estimand.THESE_TOPICS,
                new ErrorControl("none", 1, 0.95),
                verdict,
                null);
        return Gates.result(Gates.leaf(gate, "m1", "da", "DK"), outcome, new LeaveOneOut(0.5, topics));
    }
}
