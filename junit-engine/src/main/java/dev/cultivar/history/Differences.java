package dev.cultivar.history;

import dev.cultivar.text.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a run differs from its baseline beyond its answers: what forbids comparing them, and what must be said. */
record Differences(BaselineRun before, BaselineRun now) {

    /** Said in sentences of their own, or of no weight beside a comparison. */
    private static final Set<String> SAID_ELSEWHERE =
            Set.of("judge", "models", "languages", "populations", "responses");

    /** @throws BaselineException where suite or judge are others */
    void refuse() {
        refuse("suite", before.suite(), now.suite());
        refuse("judge", before.judge().model(), now.judge().model());
        refuse("judge's prompt", before.judge().prompt(), now.judge().prompt());
    }

    private static void refuse(String what, String before, String now) {
        if (!before.equals(now)) {
            throw new BaselineException("The baseline's " + what + " is " + before + " and the run's is " + now
                    + ", so they cannot be compared; save a new baseline.");
        }
    }

    /** A sentence each. */
    List<String> said() {
        List<String> said = new ArrayList<>();
        BaselineRun.Origin run = now.runs().get(0);
        if (before.runs().stream().anyMatch(origin -> !origin.populations().equals(run.populations()))) {
            said.add("Both are compared with this run's population table, which is not the baseline's.");
        }
        if (!Objects.equals(before.judge().reliability(), now.judge().reliability())
                || !before.judge().calibration().equals(now.judge().calibration())) {
            said.add("The judge's calibration differs: " + calibration(before.judge()) + " then, "
                    + calibration(now.judge()) + " now.");
        }
        before.runs().stream()
                .filter(origin -> origin.responses() != run.responses())
                .findFirst()
                .ifPresent(origin -> said.add("The baseline has " + origin.responses()
                        + " responses planned per model and language, this run " + run.responses() + "."));
        before.runs().forEach(origin -> settings(origin, run).ifPresent(said::add));
        now.samples().stream()
                .filter(sample ->
                        before.sample(sample.model(), sample.language()).isEmpty())
                .forEach(sample -> said.add(sample.model() + " in " + sample.language() + " is not in the baseline."));
        before.samples().stream()
                .filter(sample -> now.sample(sample.model(), sample.language()).isEmpty())
                .forEach(sample -> said.add(sample.model() + " in " + sample.language() + " is only in the baseline."));
        return said;
    }

    private static String calibration(BaselineRun.Judge judge) {
        return (judge.calibration().isEmpty() ? "no calibration" : judge.calibration())
                + (judge.reliability() == null ? "" : ", reliability " + Digits.exact(judge.reliability()));
    }

    private static Optional<String> settings(BaselineRun.Origin then, BaselineRun.Origin now) {
        SortedMap<String, String> before = then.provenance().settings();
        SortedMap<String, String> after = now.provenance().settings();
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        SortedMap<String, String> changed = new TreeMap<>();
        for (String key : keys) {
            if (!SAID_ELSEWHERE.contains(key) && !Objects.equals(before.get(key), after.get(key))) {
                changed.put(key, key + " " + shown(before.get(key)) + " then, " + shown(after.get(key)) + " now");
            }
        }
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of("Settings that differ: " + String.join("; ", changed.values()) + ".");
    }

    private static String shown(@Nullable String value) {
        return value == null ? "not set" : value;
    }
}
