package dev.cultivar.results.decision;

import dev.cultivar.api.Verdict;
import dev.cultivar.gate.Gate;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.CheckRow;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.Redness;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.run.cost.AnswerDates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run's decision on one model, from what makes the build red and from what the settings let through.
 *
 * @param subject name of the model, or of a family that a gate is on
 * @param family whether it is a family
 * @param gates number of gates decided on it
 * @param uncompared number of those that pass without being compared with anything
 * @param held gates that were measured and hold, one per measure
 * @param stored the days of its answers if the run asked for none of them; otherwise empty
 * @param responses number of responses with which a run would decide all of its inconclusive gates; empty if no such number is known
 * @param commanded whether the commands that rerun its suites ask for that many
 * @param reasons why it is not simply released, the weightiest reason first
 */
public record ModelDecision(
        String subject,
        boolean family,
        Decision decision,
        int gates,
        int uncompared,
        List<Gate> held,
        Optional<Days> stored,
        OptionalLong responses,
        boolean commanded,
        List<Reason> reasons) {

    /** The first and the last day of stored answers, ISO 8601. */
    public record Days(String first, String last) {}

    private static final Redness STRICT = Redness.FAILED_OR_INCONCLUSIVE;

    public ModelDecision {
        held = List.copyOf(held);
        reasons = List.copyOf(reasons);
    }

    /** Whether a gate on its values was measured and holds, not only gates on whether, how evenly and how steadily it answers. */
    public boolean valued() {
        return held.stream().anyMatch(Gate::isOfValues);
    }

    /** Whether the gates on its values that hold only compare them with an earlier run. */
    public boolean onlyChanges() {
        return valued()
                && held.stream().filter(Gate::isOfValues).allMatch(gate -> gate.baseline()
                        .isPresent());
    }

    /** Whether the deciding gates were all unmeasured, and none was too close to call. */
    public boolean unmeasured() {
        List<Reason.Gates> gates = deciding().stream()
                .filter(Reason.Gates.class::isInstance)
                .map(Reason.Gates.class::cast)
                .toList();
        return !gates.isEmpty() && gates.stream().noneMatch(Reason.Gates::measured);
    }

    /** The reasons that decide. */
    public List<Reason> deciding() {
        return reasons.stream().filter(reason -> reason.decides() == decision).toList();
    }

    /** One per model of the run, those to hold back first; otherwise in the order of the run. */
    public static List<ModelDecision> of(ResultsFile results) {
        Map<String, Redness> redness = results.run().suites().stream()
                .collect(Collectors.toMap(SuiteInfo::suite, Redness::of, (first, second) -> first));
        Set<String> models = Stream.of(
                        results.cells().stream().map(CellRow::model),
                        results.gates().stream().flatMap(gate -> Stream.ofNullable(gate.model())),
                        results.failedChecks().stream().map(CheckRow::model))
                .flatMap(each -> each)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> families = results.gates().stream()
                .filter(gate -> gate.model() == null)
                .map(GateRow::subject)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Stream.concat(
                        models.stream().map(model -> one(results, redness, model, false)),
                        families.stream().map(family -> one(results, redness, family, true)))
                .sorted(Comparator.comparing(ModelDecision::decision))
                .toList();
    }

    private static ModelDecision one(
            ResultsFile results, Map<String, Redness> redness, String subject, boolean family) {
        List<GateRow> gates = results.gates().stream()
                .filter(gate ->
                        (gate.model() == null) == family && gate.subject().equals(subject))
                .toList();
        List<Reason> reasons = new ArrayList<>(Reason.Gates.of(
                gates.stream().filter(gate -> gate.verdict() != Verdict.PASS).toList(),
                gate -> redness.getOrDefault(gate.suite(), STRICT).isRed(gate.verdict())));
        if (!family) {
            reasons.addAll(beside(results, subject, gates.stream().anyMatch(GateRow::wentUnmeasured)));
        }
        if (gates.stream().noneMatch(ModelDecision::requires)) {
            reasons.add(new Reason.NothingRequired());
        }
        reasons.sort(Comparator.comparing(Reason::decides));
        return new ModelDecision(
                subject,
                family,
                reasons.isEmpty() ? Decision.RELEASE : reasons.get(0).decides(),
                gates.size(),
                (int) gates.stream().filter(GateRow::uncompared).count(),
                held(gates),
                stored(results, family ? null : subject),
                responses(gates),
                commanded(results, gates),
                reasons);
    }

    private static List<Gate> held(List<GateRow> gates) {
        Map<Measure, Gate> held = new LinkedHashMap<>();
        gates.stream()
                .filter(gate -> requires(gate) && gate.measured(Verdict.PASS))
                .forEach(gate -> held.putIfAbsent(Measure.of(gate), gate.declared()));
        return List.copyOf(held.values());
    }

    /**
     * @param model null for all models of a family
     */
    private static Optional<Days> stored(ResultsFile results, @Nullable String model) {
        AnswerDates dates = results.run().suites().stream()
                .flatMap(suite -> suite.account().models().entrySet().stream())
                .filter(line -> model == null || line.getKey().equals(model))
                .map(line -> line.getValue().answers())
                .reduce(AnswerDates.NONE, AnswerDates::and);
        return dates.now() > 0 || dates.stored().isEmpty()
                ? Optional.empty()
                : Optional.of(new Days(dates.stored().firstKey(), dates.stored().lastKey()));
    }

    private static OptionalLong responses(List<GateRow> gates) {
        List<OptionalLong> needed = gates.stream()
                .filter(gate -> gate.verdict() == Verdict.INCONCLUSIVE)
                .map(GateRow::responsesToDecide)
                .toList();
        return needed.stream().allMatch(OptionalLong::isPresent)
                ? needed.stream().mapToLong(OptionalLong::getAsLong).max()
                : OptionalLong.empty();
    }

    private static boolean commanded(ResultsFile results, List<GateRow> gates) {
        Set<String> open = gates.stream()
                .filter(gate -> gate.verdict() == Verdict.INCONCLUSIVE)
                .map(GateRow::suite)
                .collect(Collectors.toSet());
        return results.run().suites().stream()
                .filter(suite -> open.contains(suite.suite()))
                .allMatch(suite -> suite.rerunResponses() != null);
    }

    /**
     * What turns a build red besides gates.
     *
     * @param unmeasured whether a gate already says that nobody answered
     */
    private static List<Reason> beside(ResultsFile results, String model, boolean unmeasured) {
        List<Reason> reasons = new ArrayList<>();
        long checks = results.failedChecks().stream()
                .filter(check -> check.model().equals(model))
                .count();
        if (checks > 0) {
            reasons.add(new Reason.ChecksFailed(checks));
        }
        long unscored = results.cells().stream()
                .filter(cell -> cell.model().equals(model)
                        && (unmeasured ? cell.lacksScoreThoughAnswered() : cell.lacksScore()))
                .count();
        if (unscored > 0) {
            reasons.add(new Reason.NothingScored(unscored));
        }
        results.run().suites().stream()
                .flatMap(suite -> suite.account().canaries().entrySet().stream())
                .filter(canary -> canary.getValue().blind()
                        && (canary.getValue().judge() || canary.getKey().equals(model)))
                .map(canary -> new Reason.PerhapsAnother(
                        canary.getKey(),
                        canary.getValue().judge(),
                        canary.getValue().pairs().size()))
                .distinct()
                .forEach(reasons::add);
        if (!results.run().complete()) {
            reasons.add(new Reason.PartOfSuite(results.run().suites().stream().anyMatch(SuiteInfo::interrupted)));
        }
        return reasons;
    }

    /** Neither a silent alarm nor a gate that compared nothing is a requirement. */
    private static boolean requires(GateRow gate) {
        return !gate.declared().isAlarm() && !gate.uncompared();
    }
}
