package dev.cultivar.results.decision;

import dev.cultivar.api.Outcome;
import dev.cultivar.gate.facts.Losses;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.results.GateRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gates of a suite that could not be measured, all because of the same obstacle.
 *
 * @param gates at least one, in their order
 */
public record Unmeasured(Obstacle obstacle, List<GateRow> gates) {

    /** What the gates of one group have in common. Losses differ by model and language; they are grouped by model. */
    private record Key(String suite, String model, Obstacle obstacle) {

        static Key of(GateRow gate) {
            Obstacle obstacle = Unmeasured.obstacle(gate);
            if (obstacle instanceof Obstacle.Errors) {
                return new Key(gate.suite(), gate.subject(), new Obstacle.Errors(0, 0, 0));
            }
            return new Key(
                    gate.suite(),
                    "",
                    obstacle instanceof Obstacle.NotInBaseline not
                            ? new Obstacle.NotInBaseline(not.path(), not.model(), "", not.known())
                            : obstacle);
        }
    }

    public Unmeasured {
        gates = List.copyOf(gates);
    }

    /** The unmeasured gates among these, in groups. */
    public static List<Unmeasured> of(List<GateRow> gates) {
        Map<Key, List<GateRow>> groups = new LinkedHashMap<>();
        gates.stream().filter(GateRow::wentUnmeasured).forEach(gate -> groups.computeIfAbsent(
                        Key.of(gate), key -> new ArrayList<>())
                .add(gate));
        return groups.entrySet().stream()
                .map(group -> new Unmeasured(
                        group.getKey().obstacle() instanceof Obstacle.Errors
                                ? together(group.getValue())
                                : group.getKey().obstacle(),
                        group.getValue()))
                .toList();
    }

    /** The losses in all languages together. */
    private static Obstacle together(List<GateRow> gates) {
        Map<String, Obstacle.Errors> byLanguage = new LinkedHashMap<>();
        gates.forEach(
                gate -> byLanguage.putIfAbsent(String.valueOf(gate.language()), (Obstacle.Errors) obstacle(gate)));
        int provider = 0;
        int judge = 0;
        long planned = 0;
        for (Obstacle.Errors errors : byLanguage.values()) {
            provider += errors.provider();
            judge += errors.judge();
            planned += errors.planned();
        }
        return new Obstacle.Errors(provider, judge, planned);
    }

    /** A gate that counts lost responses has a value, their share, but still the same obstacle as the others. */
    private static Obstacle obstacle(GateRow gate) {
        Obstacle obstacle = gate.facts().obstacle();
        if (obstacle != null) {
            return obstacle;
        }
        Losses losses = gate.facts().losses();
        return losses == null
                ? new Obstacle.NoValue(List.of(), false)
                : new Obstacle.Errors(
                        losses.lostTo(Outcome.PROVIDER_ERROR), losses.lostTo(Outcome.JUDGE_ERROR), losses.planned());
    }
}
