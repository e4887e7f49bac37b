package dev.cultivar.report.words.decision;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.gate.facts.Cause;
import dev.cultivar.results.CellRow;
import dev.cultivar.results.decision.DecidableDistance;
import dev.cultivar.results.decision.Decision;
import dev.cultivar.results.decision.ModelDecision;
import dev.cultivar.results.decision.Movement;
import dev.cultivar.results.decision.Reason;
import dev.cultivar.results.decision.RedCells;
import dev.cultivar.text.Decimals;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences that a report begins with. */
public final class DecisionWords {

    private static final int NAMED = 5;

    private static final int LONGEST_NAME = 60;

    private DecisionWords() {}

    /** One sentence on a model, without a full stop. */
    public static String of(ModelDecision model) {
        String why = why(model);
        return who(model) + ": " + word(model) + (why.isEmpty() ? "" : ": " + why);
    }

    /** A model's name; for a family, with that word. */
    public static String who(ModelDecision model) {
        return (model.family() ? "family " : "") + model.subject();
    }

    /**
     * The decision in a few words. A model is not called released if no gate was on its values, or if all its answers are from an earlier
     * day.
     */
    public static String word(ModelDecision model) {
        return switch (model.decision()) {
            case HOLD_BACK -> "hold back";
            case NOT_DECIDED -> "not decided";
            case RELEASE ->
                !model.valued()
                        ? model.uncompared() > 0 ? "first run" : "values not gated"
                        : model.stored()
                                .map(days -> "passes on stored answers of " + words(days))
                                .orElse("release");
        };
    }

    private static String words(ModelDecision.Days days) {
        return days.first().equals(days.last()) ? days.first() : days.first() + " to " + days.last();
    }

    /** Why, without a full stop. */
    public static String why(ModelDecision model) {
        if (model.decision() == Decision.RELEASE) {
            if (!model.valued()) {
                List<String> held =
                        model.held().stream().map(MeasureWords::name).toList();
                return Names.list(held)
                        + (held.size() == 1 ? " passes" : " pass")
                        + (model.uncompared() > 0 ? "; its values were not gated" : "");
            }
            if (model.uncompared() > 0) {
                return Plural.of(model.gates() - model.uncompared(), "gate passes", "gates pass") + ", "
                        + model.uncompared() + " had nothing to be compared with";
            }
            return (model.gates() == 1
                            ? "its gate passes"
                            : (model.gates() == 2 ? "both" : "all " + model.gates()) + " gates pass")
                    + (model.onlyChanges() ? "; of its values only the change was gated" : "");
        }
        return Stream.of(
                        model.deciding().stream()
                                .filter(reason -> !isOpen(reason) && !isLetThrough(reason) && !isUnmeasured(reason))
                                .map(DecisionWords::of),
                        unmeasured(model.deciding()),
                        open("too close to call: ", model, DecisionWords::isOpen),
                        open("let through by cultivar.inconclusive=pass: ", model, DecisionWords::isLetThrough))
                .flatMap(each -> each)
                .collect(Collectors.joining("; "));
    }

    /** What to do with a model that is not released, without a full stop. Never suggests moving a threshold. */
    public static String todo(ModelDecision model) {
        List<Reason> deciding = model.deciding();
        if (model.decision() == Decision.HOLD_BACK) {
            return "do not ship it; read the answers behind its failures";
        }
        if (deciding.stream().anyMatch(Reason.PartOfSuite.class::isInstance)) {
            return "do not ship it yet; run the whole suite";
        }
        if (deciding.stream().anyMatch(reason -> isForWantOf(reason, Cause.COVERAGE))
                || deciding.stream().anyMatch(Reason.NothingScored.class::isInstance)) {
            return "do not ship it yet; read what could not be scored";
        }
        if (deciding.stream().anyMatch(reason -> isForWantOf(reason, Cause.UNDECIDED))) {
            return "do not ship it yet; fix the suite as said above, then measure with the command under Again";
        }
        if (deciding.stream()
                .anyMatch(reason -> isForWantOf(reason, Cause.PROVIDER) || isForWantOf(reason, Cause.JUDGE))) {
            return "do not ship it yet; do what the error above says, then measure with the command under Again";
        }
        if (deciding.stream().anyMatch(DecisionWords::isUnmeasured)) {
            return "do not ship it yet; measure with the command under Again";
        }
        if (deciding.stream().anyMatch(Reason.PerhapsAnother.class::isInstance)) {
            return "do not ship it yet; ask for everything again with -Dcultivar.mode=refresh";
        }
        if (deciding.stream().anyMatch(Reason.NothingRequired.class::isInstance)) {
            return "do not ship it on this run, which required nothing of it; give the suite a gate, or its gate a baseline";
        }
        if (model.responses().isPresent()) {
            return (model.commanded()
                            ? "measure more with the command under Again"
                            : "measure more (cultivar.responses="
                                    + model.responses().getAsLong() + ", asked live, and within the budget)")
                    + ", or hold it back";
        }
        return "hold it back, or measure more in this run (for a change since the baseline, in the baseline's run too)";
    }

    private static boolean isForWantOf(Reason reason, Cause cause) {
        return reason instanceof Reason.Gates gates && !gates.measured() && gates.cause() == cause;
    }

    private static Stream<String> open(String verb, ModelDecision model, Predicate<Reason> which) {
        String gates = model.deciding().stream()
                .filter(which)
                .flatMap(reason -> reason instanceof Reason.Gates each ? Stream.of(each) : Stream.empty())
                .map(each -> MeasureWords.name(each.gate()) + " in " + Names.languages(each.languages()))
                .collect(Collectors.joining("; "));
        return gates.isEmpty() ? Stream.empty() : Stream.of(verb + gates);
    }

    /** What was not measured; gates with the same cause and languages share an entry. */
    private static Stream<String> unmeasured(List<Reason> deciding) {
        Map<SameCause, List<String>> names = new LinkedHashMap<>();
        deciding.stream()
                .filter(DecisionWords::isUnmeasured)
                .map(Reason.Gates.class::cast)
                .forEach(gates -> names.computeIfAbsent(
                                new SameCause(gates.cause(), gates.languages()), key -> new ArrayList<>())
                        .add(MeasureWords.name(gates.gate())));
        return names.entrySet().stream()
                .map(group -> "not measured" + because(group.getKey().cause()) + ": " + Names.list(group.getValue())
                        + " in " + Names.languages(group.getKey().languages()));
    }

    private record SameCause(Cause cause, List<String> languages) {}

    private static boolean isUnmeasured(Reason reason) {
        return reason instanceof Reason.Gates gates && !gates.measured();
    }

    private static boolean isOpen(Reason reason) {
        return reason instanceof Reason.Gates gates && gates.cause() == Cause.INCONCLUSIVE && !gates.letThrough();
    }

    private static boolean isLetThrough(Reason reason) {
        return reason instanceof Reason.Gates gates && gates.letThrough();
    }

    private static String of(Reason reason) {
        if (reason instanceof Reason.Gates gates) {
            return MeasureWords.missed(gates.gate()) + " in " + Names.languages(gates.languages());
        }
        if (reason instanceof Reason.ChecksFailed checks) {
            return Plural.of(checks.checks(), "check of the suite", "checks of the suite") + " failed";
        }
        if (reason instanceof Reason.NothingScored none) {
            return "no answer was scored in " + Plural.of(none.cells(), "cell");
        }
        if (reason instanceof Reason.PartOfSuite part) {
            return part.interrupted() ? "the run did not finish" : "only part of the suite was run";
        }
        if (reason instanceof Reason.PerhapsAnother other) {
            return "too few " + (other.judge() ? "labels" : "answers") + " asked for again (" + other.pairs()
                    + ") to show whether " + other.who() + " is still the model that gave the stored ones";
        }
        if (reason instanceof Reason.NothingRequired) {
            return "no gate that it must pass was measured";
        }
        throw new IllegalStateException("no words for " + reason);
    }

    private static String because(Cause cause) {
        return switch (cause) {
            case PROVIDER -> " (the endpoint failed)";
            case JUDGE -> " (the judge failed)";
            case BUDGET -> " (the budget was spent)";
            case COVERAGE -> " (too few answers were scored)";
            case NONE, VIOLATION, INCONCLUSIVE, UNDECIDED -> "";
        };
    }

    /** Cells without a scored response in one line, without a full stop. */
    public static String unscored(RedCells cells) {
        return which(cells) + (cells.cells().size() == 1 ? " has" : " have") + " no scored response ("
                + cells.outcomes().entrySet().stream()
                        .map(outcome -> outcome.getValue() + " " + outcome.getKey())
                        .collect(Collectors.joining(", "))
                + "): " + topics(cells, cell -> "");
    }

    /** Cells whose check failed in one line, without a full stop; each with the views of the model and of the language's people. */
    public static String failedChecks(RedCells cells) {
        return "the suite's check failed in " + which(cells) + ": "
                + topics(cells, cell -> {
                    Double polarity = cell.polarity();
                    Double people = cell.populations().get(cell.language());
                    return polarity == null || people == null
                            ? ""
                            : " (" + Decimals.score(polarity) + ", people " + Decimals.score(people) + ")";
                });
    }

    private static String which(RedCells cells) {
        return cells.cells().size() + " of " + Plural.of(cells.asked(), "cell") + " of " + cells.model() + " in "
                + Names.language(cells.language());
    }

    private static String topics(RedCells cells, Function<CellRow, String> beside) {
        int more = cells.cells().size() - NAMED;
        return cells.cells().stream()
                        .limit(NAMED)
                        .map(cell -> cell.topic() + beside.apply(cell))
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** What moved since the baseline; empty if nothing was compared. */
    public static Optional<String> moved(Movement movement) {
        if (movement.compared() == 0) {
            return Optional.empty();
        }
        Set<String> models = new LinkedHashSet<>();
        movement.moves().forEach(move -> models.add(move.model()));
        models.addAll(movement.categories().keySet());
        models.addAll(movement.topics().keySet());
        return Optional.of(
                models.isEmpty()
                        ? "none of " + Plural.of(movement.compared(), "score")
                                + " and no topic changed beyond what chance explains"
                        : models.stream().map(model -> moved(movement, model)).collect(Collectors.joining("; ")));
    }

    private static String moved(Movement movement, String model) {
        String scores = movement.moves().stream()
                .filter(move -> move.model().equals(model))
                .map(DecisionWords::of)
                .collect(Collectors.joining(", "));
        Set<String> categories = movement.categories().getOrDefault(model, Set.of());
        long topics = movement.topics().getOrDefault(model, 0L);
        List<String> drifted = Stream.of(
                        categories.isEmpty() ? "" : categories(categories),
                        topics == 0 ? "" : Plural.of(topics, "topic"))
                .filter(part -> !part.isEmpty())
                .toList();
        return model + ": " + scores
                + (drifted.isEmpty() ? "" : (scores.isEmpty() ? "" : "; also ") + Names.list(drifted) + " drifted");
    }

    private static String categories(Set<String> names) {
        return Plural.of(names.size(), "category", "categories")
                + (names.size() == 1 ? " (" : " (such as ")
                + PlainText.line(names.iterator().next(), LONGEST_NAME) + ")";
    }

    private static String of(Movement.Move move) {
        String what = move.statistic().equals(Statistic.BIAS.label())
                ? "bias towards " + Names.population(move.population())
                : MeasureWords.statistic(move.statistic());
        return what + (move.rose() ? " rose in " : " fell in ") + Names.languages(move.languages());
    }

    /** How far a figure had to be from its threshold; empty if no gate has an interval. */
    public static Optional<String> seen(List<DecidableDistance> sights) {
        return sights.isEmpty()
                ? Optional.empty()
                : Optional.of(sights.stream()
                        .map(sight -> MeasureWords.name(sight.gate()) + " " + upTo(sight.middle())
                                + (upTo(sight.least()).equals(upTo(sight.most()))
                                        ? ""
                                        : " (" + upTo(sight.least()) + " to " + upTo(sight.most()) + ")"))
                        .collect(Collectors.joining("; ")));
    }

    /** Rounded up, so that no run seems to detect more than it does. */
    private static String upTo(double value) {
        return Decimals.threshold(Math.ceil(value * 100 - 1e-9) / 100);
    }
}
