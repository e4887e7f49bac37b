package dev.cultivar.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** How a run differs from its baseline beyond its answers: what forbids comparing them, and what must be known. */
record Differences(BaselineRun before, BaselineRun now) {

    /** Differences of their own, or of no weight beside a comparison. */
    /** How the keys of thresholds begin. */
    private static final String GATE = "gate ";

    private static final Set<String> APART = Set.of("judge", "models", "languages", "populations", "responses");

    /** @throws IncomparableException where suite or judge are others */
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
        before.runs().forEach(origin -> settings(origin, run).ifPresent(all::add));
        now.samples().stream()
                .filter(sample ->
                        before.sample(sample.model(), sample.language()).isEmpty())
                .forEach(sample -> all.add(new Difference.NotInBaseline(sample.model(), sample.language())));
        before.samples().stream()
                .filter(sample -> now.sample(sample.model(), sample.language()).isEmpty())
                .forEach(sample -> all.add(new Difference.OnlyInBaseline(sample.model(), sample.language())));
        return all;
    }

    private static Optional<Difference> settings(BaselineRun.Origin then, BaselineRun.Origin now) {
        SortedMap<String, String> before = then.provenance().settings();
        SortedMap<String, String> after = now.provenance().settings();
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        SortedMap<String, Difference.Values> changed = new TreeMap<>();
        boolean gatesKnown = before.keySet().stream().anyMatch(key -> key.startsWith(GATE));
        for (String key : keys) {
            // An older file does not say what its gates were.
            if (key.startsWith(GATE) && !gatesKnown) {
                continue;
            }
            if (!APART.contains(key) && !Objects.equals(before.get(key), after.get(key))) {
                changed.put(key, new Difference.Values(before.get(key), after.get(key)));
            }
        }
        return changed.isEmpty() ? Optional.empty() : Optional.of(new Difference.OtherSettings(changed));
    }
}
