package dev.cultivar.results.baseline;

import dev.cultivar.gate.Gate;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.Regression;
import dev.cultivar.history.BaselineRun;
import dev.cultivar.history.GateKey;
import dev.cultivar.results.provenance.GitState;
import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.results.provenance.SettingsTable;
import dev.cultivar.run.response.RunRecord;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.SettingKey;
import dev.cultivar.settings.Settings;
import dev.cultivar.text.Digits;
import dev.cultivar.text.PlainText;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a baseline records about the run it was made from. */
public final class BaselineFacts {

    private static final int LONGEST_NAME = 200;

    private BaselineFacts() {}

    /** Version, commit, settings, thresholds and who answered; no paths outside the module and no secrets. */
    public static BaselineRun.Provenance of(RunRecord run, List<GateLeaf> gates, RunEnvironment environment) {
        SortedMap<String, String> kept = new TreeMap<>();
        Set<String> identity = identity();
        SettingsTable.table(run.plan().settings()).forEach((key, setting) -> {
            if (identity.contains(key)) {
                kept.put(
                        key,
                        setting.value() instanceof List<?> list
                                ? String.join(
                                        ", ", list.stream().map(String::valueOf).toList())
                                : String.valueOf(setting.value()));
            }
        });
        return new BaselineRun.Provenance(
                environment.cultivar(),
                environment.git().map(GitState::commit).orElse(null),
                environment.git().flatMap(GitState::dirty).orElse(null),
                kept,
                gates.stream()
                        .map(gate -> new BaselineRun.Threshold(key(gate), bound(gate)))
                        .toList(),
                backends(run));
    }

    private static SortedMap<String, BaselineRun.Backend> backends(RunRecord run) {
        SortedMap<String, BaselineRun.Backend> backends = new TreeMap<>();
        run.plan()
                .settings()
                .models()
                .value()
                .forEach(model -> backends.put(
                        model.name(),
                        new BaselineRun.Backend(
                                model.wireName(),
                                run.backends().getOrDefault(model.name(), List.of()).stream()
                                        .map(name -> PlainText.line(name, LONGEST_NAME))
                                        .toList())));
        return backends;
    }

    private static String bound(GateLeaf leaf) {
        return leaf.gate() instanceof Regression regression && regression.margin() == null
                ? BaselineRun.Threshold.PLANNED
                : leaf.bound().sign() + " " + Digits.exact(leaf.bound().value());
    }

    private static GateKey key(GateLeaf leaf) {
        Gate gate = leaf.gate();
        return new GateKey(
                gate.key(),
                leaf.model(),
                leaf.family(),
                leaf.language(),
                leaf.population(),
                gate.metric().orElse(null),
                gate.named().map(Estimand::label).orElse(null),
                gate.baseline().orElse(null));
    }

    /** Names of the settings that decide what is asked and how answers are scored; the others say where files go. */
    private static Set<String> identity() {
        Set<String> names = Settings.ALL.stream()
                .filter(SettingKey::isIdentity)
                .map(SettingKey::shortName)
                .collect(Collectors.toCollection(TreeSet::new));
        names.add(SettingsTable.JUDGE);
        return names;
    }
}
