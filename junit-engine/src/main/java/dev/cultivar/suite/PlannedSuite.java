package dev.cultivar.suite;

import dev.cultivar.gate.ForeseenGates;
import dev.cultivar.gate.GateLeaf;
import dev.cultivar.gate.GatePlan;
import dev.cultivar.history.BaselineFiles;
import dev.cultivar.results.provenance.LeftOut;
import dev.cultivar.run.plan.CellKey;
import dev.cultivar.run.plan.RunPlan;
import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A suite that is ready to be asked.
 *
 * @param definition as written
 * @param plan what a whole run asks, without the topics of skipped probes
 * @param probes the probe of each topic, in the suite's order, skipped ones included
 * @param gatePlan every gate leaf
 * @param strayBaseline file that a parameter names as the baseline, if no gate compares with it
 * @param otherModels models that the suite names and a parameter leaves out
 * @param otherLanguages the same for languages
 */
public record PlannedSuite(
        SuiteDefinition definition,
        RunPlan plan,
        Map<String, ProbeDefinition> probes,
        GatePlan gatePlan,
        Optional<String> strayBaseline,
        List<String> otherModels,
        List<String> otherLanguages) {

    public PlannedSuite {
        otherModels = List.copyOf(otherModels);
        otherLanguages = List.copyOf(otherLanguages);
        probes = Collections.unmodifiableMap(new LinkedHashMap<>(probes));
    }

    /** One for each model x language x population. */
    public List<GateLeaf> gates() {
        return gatePlan.leaves();
    }

    /** Whether it has no gate that could hold. Alarms do not count: a silent alarm says nothing. */
    public boolean decidesNothing() {
        return gates().stream().allMatch(leaf -> leaf.gate().isAlarm());
    }

    /** Earlier runs, by their paths from the module's folder. */
    public BaselineFiles baselines() {
        return new BaselineFiles(plan.settings().module());
    }

    /** The parts of them that its gates compare with. */
    public ForeseenGates earlier() {
        return new ForeseenGates(plan, baselines());
    }

    public List<String> models() {
        return plan.settings().models().value().stream()
                .map(ModelSettings::name)
                .toList();
    }

    List<String> languages() {
        return plan.settings().value(Settings.LANGUAGES);
    }

    /** Every cell of a topic, model by model, then language. */
    public List<CellKey> cells(String topic) {
        List<CellKey> cells = new ArrayList<>();
        for (String model : models()) {
            for (String language : languages()) {
                cells.add(new CellKey(topic, model, language));
            }
        }
        return cells;
    }

    /** A model's cells of a topic, by language; empty for a model that is not asked. */
    public List<CellKey> cells(String topic, String model) {
        return !models().contains(model)
                ? List.of()
                : languages().stream()
                        .map(language -> new CellKey(topic, model, language))
                        .toList();
    }

    /** A cell's place among those of its probe, counted from 1: by topic, then model, then language. */
    public int number(CellKey cell) {
        ProbeDefinition probe = probes.get(cell.topic());
        int topicsBefore = 0;
        for (Map.Entry<String, ProbeDefinition> other : probes.entrySet()) {
            if (other.getKey().equals(cell.topic())) {
                break;
            }
            topicsBefore += other.getValue().equals(probe) ? 1 : 0;
        }
        List<String> models = models();
        List<String> languages = languages();
        int modelsBefore = topicsBefore * models.size() + models.indexOf(cell.model());
        return modelsBefore * languages.size() + languages.indexOf(cell.language()) + 1;
    }

    /** The omitted topics and why, for readers of a gate. */
    public String leftOut() {
        return String.join(", ", skippedTopics());
    }

    private List<String> skippedTopics() {
        List<String> out = new ArrayList<>();
        probes.forEach((topic, probe) -> probe.skipped().ifPresent(reason -> out.add(topic + " (" + reason + ")")));
        return out;
    }

    /** What its module and the suite itself declare, but a run of it leaves out. */
    public LeftOut leavesOut() {
        return new LeftOut(
                SuiteClasses.beside(definition.type()),
                otherModels,
                otherLanguages,
                skippedTopics(),
                definition.gates().stream()
                        .filter(gate -> !NarrowedGates.of(List.of(gate), plan.settings())
                                .equals(List.of(gate)))
                        .map(gate -> gate.title() + " for "
                                + String.join(
                                        ", ",
                                        Stream.concat(gate.scope().models().stream(), gate.scope().languages().stream())
                                                .toList()))
                        .toList());
    }
}
