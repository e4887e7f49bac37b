package dev.cultivar.report.words.record;

import dev.cultivar.api.Verdict;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.results.GateRow;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run that becomes a baseline holds: how much of it was answered, and how its gates stood. */
public final class SavedRunWords {

    private SavedRunWords() {}

    /** Responses scored of those asked, by model; and whether the run stopped before it had asked for all. */
    public static String answers(BaselineRun run) {
        Map<String, List<BaselineRun.Sample>> byModel = run.samples().stream()
                .collect(Collectors.groupingBy(BaselineRun.Sample::model, LinkedHashMap::new, Collectors.toList()));
        return byModel.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + scored(entry.getValue()))
                        .collect(Collectors.joining(", ", "It holds these scored answers: ", "."))
                + (stoppedEarly(run)
                        ? " The run stopped before it had asked for everything; -Dcultivar.looks=1 asks for all."
                        : "");
    }

    private static String scored(List<BaselineRun.Sample> samples) {
        return samples.stream()
                        .mapToLong(sample -> sample.polarityCounts().total())
                        .sum()
                + " of "
                + samples.stream().mapToLong(BaselineRun.Sample::planned).sum();
    }

    private static boolean stoppedEarly(BaselineRun run) {
        return run.samples().stream()
                .anyMatch(sample -> sample.planned() < run.origin(sample).responses());
    }

    /** How many of its gates did not pass. */
    public static String gates(List<GateRow> gates) {
        List<String> open = new ArrayList<>();
        long failed = count(gates, Verdict.FAIL);
        long undecided = count(gates, Verdict.INCONCLUSIVE);
        if (failed > 0) {
            open.add(failed + " failed");
        }
        if (undecided > 0) {
            open.add(undecided + (undecided == 1 ? " was" : " were") + " inconclusive");
        }
        return Plural.of(gates.size(), "gate") + " in its run: "
                + (open.isEmpty() ? "none failed." : String.join(" and ", open) + ".");
    }

    private static long count(List<GateRow> gates, Verdict verdict) {
        return gates.stream().filter(gate -> gate.verdict() == verdict).count();
    }
}
