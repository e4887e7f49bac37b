package dev.cultivar.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How a run differs from its baseline beyond its answers: what forbids comparing them, and what must be known. */
record Differences(BaselineRun before, BaselineRun now) {

    /** How the keys of thresholds begin. */
    private static final String GATE = "gate ";

    /** Differences of their own, or of no weight beside a comparison. */
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

    private Optional<Difference> settings(BaselineRun.Origin then, BaselineRun.Origin run) {
        SortedMap<String, String> earlier = then.provenance().settings();
        SortedMap<String, String> later = run.provenance().settings();
        SortedMap<String, Difference.Values> changed = new TreeMap<>();
        // An older file does not say what its gates were.
        boolean gatesKnown = earlier.keySet().stream().anyMatch(key -> key.startsWith(GATE));
        Set<String> counterparts = new HashSet<>();
        later.forEach((key, value) -> {
            String counterpart = earlierKey(key, earlier);
            counterparts.add(counterpart);
            put(changed, key, new Difference.Values(earlier.get(counterpart), value), gatesKnown);
        });
        earlier.forEach((key, value) -> {
            if (!counterparts.contains(key)) {
                put(changed, key, new Difference.Values(value, later.get(key)), gatesKnown);
            }
        });
        return changed.isEmpty() ? Optional.empty() : Optional.of(new Difference.OtherSettings(changed));
    }

    private void put(
            SortedMap<String, Difference.Values> changed, String key, Difference.Values values, boolean gatesKnown) {
        boolean apart = key.startsWith(GATE) ? !gatesKnown || isOfAbsentSample(key) : APART.contains(key);
        if (!apart && !Objects.equals(values.before(), values.now())) {
            changed.put(key, values);
        }
    }

    /** The key of the same gate in the baseline, where a model may have another name; the key itself where there is none. */
    private String earlierKey(String key, Map<String, String> earlier) {
        if (!key.startsWith(GATE) || earlier.containsKey(key)) {
            return key;
        }
        return now.samples().stream()
                .filter(sample -> isOf(key, sample))
                .map(sample -> (key + " ")
                        .replace(of(sample), " " + now.earlierName(sample) + " " + sample.language() + " ")
                        .strip())
                .filter(earlier::containsKey)
                .findFirst()
                .orElse(key);
    }

    /** That the sample is missing is a difference of its own; its gates would say it once more each. */
    private boolean isOfAbsentSample(String key) {
        return Stream.concat(onlyNow().stream(), onlyBefore().stream()).anyMatch(sample -> isOf(key, sample));
    }

    private static boolean isOf(String key, BaselineRun.Sample sample) {
        return (key + " ").contains(of(sample));
    }

    private static String of(BaselineRun.Sample sample) {
        return " " + sample.model() + " " + sample.language() + " ";
    }
}
