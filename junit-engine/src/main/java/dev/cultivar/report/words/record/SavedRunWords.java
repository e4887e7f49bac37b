package dev.cultivar.report.words.record;

import dev.cultivar.api.Verdict;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.decision.SecondRun;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes a run that becomes a baseline: how much of it was answered, and how its gates stood. */
public final class SavedRunWords {

    private static final int LONGEST = 900;

    private SavedRunWords() {}

    /** Scored responses of those asked for, by model; and whether the run stopped before asking for all. */
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

    /** How small a change a second run with as many answers could rule out against this one; empty if unknown. */
    public static Optional<String> secondRun(List<SecondRun.Sight> sights) {
        Map<String, List<String>> byModel = new LinkedHashMap<>();
        for (SecondRun.Sight sight : sights) {
            Double least = sight.least();
            if (least != null) {
                byModel.computeIfAbsent(sight.gate().noun() + " of " + sight.model(), key -> new ArrayList<>())
                        .add(Decimals.upper(least) + " " + where(sight));
            }
        }
        return byModel.isEmpty()
                ? Optional.empty()
                : Optional.of(PlainText.line(
                        "The smallest change that a second run of as many answers can rule out, in 80 of 100 runs: "
                                + byModel.entrySet().stream()
                                        .map(entry -> entry.getKey() + " " + String.join(", ", entry.getValue()))
                                        .collect(Collectors.joining("; "))
                                + ".",
                        LONGEST));
    }

    /** Says that gates could hardly pass an unchanged release, and how large both runs should be; empty if all of them could. */
    public static Optional<String> tooSmall(List<SecondRun.Sight> sights) {
        List<SecondRun.Sight> small =
                sights.stream().filter(SecondRun.Sight::tooSmall).toList();
        if (small.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong needed = small.stream()
                .flatMap(sight -> Stream.ofNullable(sight.needed()))
                .mapToLong(Long::longValue)
                .max();
        return Optional.of(PlainText.line(
                "A second run of as many answers would hardly pass an unchanged release: "
                        + small.stream().map(SavedRunWords::demand).distinct().collect(Collectors.joining("; "))
                        + ". "
                        + (needed.isPresent()
                                ? "Run this release again with -Dcultivar.responses=" + needed.getAsLong()
                                        + ", save that run instead, and ask the next release for as many."
                                : "Run this release again with more responses or topics, and save that run instead."),
                LONGEST));
    }

    private static String demand(SecondRun.Sight sight) {
        Double least = sight.least();
        return sight.gate().noun() + " of " + sight.model() + " " + where(sight)
                + (least == null
                        ? " rests on too few topics, or too few answers to each, for a verdict"
                        : " takes a margin of " + Decimals.upper(least) + ", and the gate allows "
                                + (sight.gate().margin() == null ? "at most " : "")
                                + Decimals.threshold(sight.most()));
    }

    private static String where(SecondRun.Sight sight) {
        return "in " + Names.language(sight.language())
                + (sight.gate().about().isPresent() ? " (" + Names.population(sight.population()) + ")" : "");
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
