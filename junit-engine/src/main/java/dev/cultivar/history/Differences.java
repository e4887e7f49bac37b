package dev.cultivar.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How a run differs from its baseline in more than its answers: what rules out a comparison, and what its reader must know. */
record Differences(BaselineRun before, BaselineRun now) {

    /** Settings that are reported as differences of their own, or that do not matter to a comparison. */
    private static final Set<String> APART = Set.of("judge", "models", "languages", "populations", "responses");

    /** @throws IncomparableException where suite or judge differ */
    void refuse() {
        BaselineRun.Judge then = before.judge();
        BaselineRun.Judge judge = now.judge();
        if (!before.suite().equals(now.suite())) {
            throw new IncomparableException(new Incomparable.OtherSuite(before.suite(), now.suite()));
        }
        if (!then.model().equals(judge.model())) {
            throw new IncomparableException(new Incomparable.OtherJudge(then.model(), judge.model()));
        }
        if (!then.prompt().equals(judge.prompt())) {
            throw new IncomparableException(new Incomparable.OtherJudgePrompt(then.prompt(), judge.prompt()));
        }
    }

    List<Difference> all() {
        List<Difference> all = new ArrayList<>();
        BaselineRun.Origin run = now.runs().get(0);
        if (before.runs().stream().anyMatch(origin -> !origin.populations().equals(run.populations()))) {
            all.add(new Difference.OtherPopulationTable());
        }
        Difference.Calibration then = Difference.Calibration.of(before.judge());
        Difference.Calibration calibration = Difference.Calibration.of(now.judge());
        if (!then.equals(calibration)) {
            all.add(new Difference.OtherCalibration(then, calibration));
        }
        before.runs().stream()
                .filter(origin -> origin.responses() != run.responses())
                .findFirst()
                .ifPresent(origin -> all.add(new Difference.OtherResponses(origin.responses(), run.responses())));
        before.runs().forEach(origin -> {
            settings(origin, run).ifPresent(all::add);
            gates(origin, run).ifPresent(all::add);
        });
        onlyNow().forEach(sample -> all.add(new Difference.NotInBaseline(sample.model(), sample.language())));
        onlyBefore().forEach(sample -> all.add(new Difference.OnlyInBaseline(sample.model(), sample.language())));
        return all;
    }

    private List<BaselineRun.Sample> onlyNow() {
        return now.samples().stream()
                .filter(sample -> before.sample(now.earlierName(sample), sample.language())
                        .isEmpty())
                .toList();
    }

    private List<BaselineRun.Sample> onlyBefore() {
        return before.samples().stream()
                .filter(sample -> now.samples().stream()
                        .noneMatch(later -> now.earlierName(later).equals(sample.model())
                                && later.language().equals(sample.language())))
                .toList();
    }

    private static Optional<Difference> settings(BaselineRun.Origin then, BaselineRun.Origin run) {
        SortedMap<String, String> earlier = then.provenance().settings();
        SortedMap<String, String> later = run.provenance().settings();
        SortedMap<String, Difference.Values> changed = new TreeMap<>();
        Stream.concat(earlier.keySet().stream(), later.keySet().stream())
                .filter(key -> !APART.contains(key))
                .filter(key -> !Objects.equals(earlier.get(key), later.get(key)))
                .forEach(key -> changed.put(key, new Difference.Values(earlier.get(key), later.get(key))));
        return changed.isEmpty() ? Optional.empty() : Optional.of(new Difference.OtherSettings(changed));
    }

    /** A missing sample is a difference of its own; listing its gates too would only repeat it. */
    private Optional<Difference> gates(BaselineRun.Origin then, BaselineRun.Origin run) {
        List<BaselineRun.Threshold> earlier = then.provenance().gates();
        List<BaselineRun.Threshold> later = run.provenance().gates();
        if (earlier == null || later == null) {
            return Optional.empty();
        }
        Map<GateKey, String> bounds = new LinkedHashMap<>();
        earlier.forEach(threshold -> bounds.put(threshold.gate(), threshold.bound()));
        Set<GateKey> counterparts = new HashSet<>();
        List<Difference.Moved> moved = new ArrayList<>();
        List<BaselineRun.Sample> onlyNow = onlyNow();
        later.forEach(threshold -> {
            GateKey gate = threshold.gate();
            GateKey counterpart = gate.model() == null ? gate : gate.ofModel(run.earlierName(gate.model()));
            counterparts.add(counterpart);
            if (!threshold.bound().equals(bounds.get(counterpart)) && !isOfOne(onlyNow, gate)) {
                moved.add(new Difference.Moved(gate, bounds.get(counterpart), threshold.bound()));
            }
        });
        List<BaselineRun.Sample> onlyBefore = onlyBefore();
        bounds.forEach((gate, bound) -> {
            if (!counterparts.contains(gate) && !isOfOne(onlyBefore, gate)) {
                moved.add(new Difference.Moved(gate, bound, null));
            }
        });
        return moved.isEmpty() ? Optional.empty() : Optional.of(new Difference.OtherGates(moved));
    }

    private static boolean isOfOne(List<BaselineRun.Sample> samples, GateKey gate) {
        return samples.stream()
                .anyMatch(sample ->
                        sample.model().equals(gate.model()) && sample.language().equals(gate.language()));
    }
}
