package dev.cultivar.report.words;

import dev.cultivar.gate.facts.Losses;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.report.words.decision.MeasureWords;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.decision.Unmeasured;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gates that were missed, as text, with the command that decides them again. */
public final class MissedGates {

    private static final int COMMANDS = 3;

    private static final int MOST = 4;

    private static final int LONGEST = 900;

    private static final int LONGEST_REASON = 200;

    private MissedGates() {}

    /**
     * One text a gate, and one for all that the same thing kept from being measured; a command that decides several of them again stands
     * below the last of these.
     *
     * @param told what is said of a gate
     */
    public static List<String> text(List<GateRow> missed, Function<GateRow, String> told) {
        List<Told> all = Stream.concat(
                        missed.stream()
                                .filter(gate -> !gate.wentUnmeasured())
                                .map(gate -> new Told(told.apply(gate), List.of(gate.rerun()))),
                        Unmeasured.of(missed).stream()
                                .map(group -> new Told(
                                        group.gates().size() == 1
                                                ? told.apply(group.gates().get(0))
                                                : of(group),
                                        commands(group.gates()))))
                .toList();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<Told> later = all.subList(i + 1, all.size());
            List<String> own = all.get(i).commands().stream()
                    .filter(command ->
                            later.stream().noneMatch(other -> other.commands().contains(command)))
                    .toList();
            texts.add(all.get(i).text()
                    + own.stream()
                            .limit(COMMANDS)
                            .map(command -> "\n    again: " + command)
                            .collect(Collectors.joining())
                    + (own.size() > COMMANDS
                            ? "\n    " + (own.size() - COMMANDS) + " more commands are in results.json."
                            : ""));
        }
        return texts;
    }

    private record Told(String text, List<String> commands) {}

    /** One that decides gates of several models and languages decides all of them; else each its own. */
    private static List<String> commands(List<GateRow> gates) {
        Map<String, Set<List<String>>> samples = new LinkedHashMap<>();
        gates.forEach(gate -> samples.computeIfAbsent(gate.rerun(), key -> new LinkedHashSet<>())
                .add(List.of(gate.subject(), String.valueOf(gate.language()))));
        return samples.entrySet().stream()
                .filter(command -> command.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .findFirst()
                .map(List::of)
                .orElseGet(() -> List.copyOf(samples.keySet()));
    }

    /**
     * What kept runs from their end and gates from being measured, a line each: before anything is said of a model, as none of it is the
     * model's doing.
     */
    public static List<String> unmeasured(ResultsFile results) {
        List<SuiteInfo> suites = results.run().suites();
        Function<String, String> of = suite -> suites.size() > 1 ? suite + ": " : "";
        Stream<String> interrupted = suites.stream()
                .flatMap(suite -> interrupted(
                        suite,
                        results.cells().stream()
                                .filter(cell -> cell.suite().equals(suite.suite()))
                                .count())
                        .map(line -> of.apply(suite.suite()) + line)
                        .stream());
        List<String> lines = Stream.concat(
                        interrupted,
                        Unmeasured.of(results.gates()).stream()
                                .map(group -> of.apply(group.gates().get(0).suite()) + of(group)))
                .map(line -> PlainText.line(line, LONGEST))
                .toList();
        int more = lines.size() - MOST;
        return more <= 0
                ? lines
                : Stream.concat(
                                lines.stream().limit(MOST),
                                Stream.of("Gates were not measured for "
                                        + Plural.of(more, "more reason")
                                        + "; see results.json and report.html."))
                        .toList();
    }

    /** In a few words why some of these gates were not measured, for example {@code the budget was spent}. */
    public static String why(List<GateRow> gates) {
        return gates.stream()
                .filter(GateRow::wentUnmeasured)
                .map(GateRow::cause)
                .distinct()
                .sorted()
                .map(CauseWords::why)
                .collect(Collectors.joining(", "));
    }

    /** How many gates of whom the same thing kept from being measured, and what it was; without a full stop. */
    public static String counted(Unmeasured group) {
        return "not measured: " + counted(group.gates()) + ": " + ObstacleWords.of(group.obstacle())
                + reasons(group.gates());
    }

    private static String counted(List<GateRow> gates) {
        Map<String, Long> bySubject = gates.stream()
                .collect(Collectors.groupingBy(GateRow::subject, LinkedHashMap::new, Collectors.counting()));
        return bySubject.entrySet().stream()
                .map(own -> Plural.of(own.getValue(), "gate") + " of " + own.getKey())
                .collect(Collectors.joining(", "));
    }

    /** How many gates of whom passed without being compared, a line for each thing they lacked; without a full stop. */
    public static List<String> uncompared(List<GateRow> gates) {
        Map<Obstacle, List<GateRow>> groups = new LinkedHashMap<>();
        gates.stream().filter(GateRow::uncompared).forEach(gate -> groups.computeIfAbsent(
                        ObstacleWords.inAnyLanguage(
                                Objects.requireNonNull(gate.facts().obstacle())),
                        key -> new ArrayList<>())
                .add(gate));
        return groups.entrySet().stream()
                .map(group ->
                        "not compared: " + counted(group.getValue()) + ": " + ObstacleWords.ofOptional(group.getKey()))
                .toList();
    }

    /** What kept gates from being measured, and which, in one line. */
    private static String of(Unmeasured group) {
        return Plural.of(group.gates().size(), "gate was", "gates were") + " not measured: "
                + ObstacleWords.of(group.obstacle()) + reasons(group.gates()) + ". " + which(group.gates()) + ".";
    }

    /**
     * That a suite's run did not come to its end, why, how far it got and what to do; empty where it did.
     *
     * @param done cells of the suite that are done
     */
    private static Optional<String> interrupted(SuiteInfo suite, long done) {
        if (!suite.interrupted()) {
            return Optional.empty();
        }
        String brokeOff = suite.brokeOff();
        return Optional.of((brokeOff == null ? "The run was stopped" : "The run broke off") + " when " + done + " of "
                + Plural.of(suite.planned(), "cell was", "cells were") + " done, and no gate was decided"
                + (brokeOff == null ? ". " : ": " + PlainText.sentence(brokeOff) + " ")
                + whatNext(suite));
    }

    private static String whatNext(SuiteInfo suite) {
        if (AccountText.isReplay(suite)) {
            return "A replay makes no calls: ask for what it lacks with -Dcultivar.mode=live, and export again.";
        }
        return suite.inMemory()
                ? "Nothing is kept, as the store is memory: run it again from the start."
                : "Answers are kept: run it again to continue.";
    }

    private static String reasons(List<GateRow> gates) {
        List<String> reasons = gates.stream()
                .map(gate -> gate.facts().losses())
                .filter(Objects::nonNull)
                .flatMap(losses -> losses.notScored().stream())
                .map(Losses.Loss::reason)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return reasons.isEmpty() ? "" : " (most often: " + PlainText.line(reasons.get(0), LONGEST_REASON) + ")";
    }

    /** Measures and languages by model; models of which the same is said share it. */
    private static String which(List<GateRow> gates) {
        Map<String, List<GateRow>> bySubject = gates.stream()
                .collect(Collectors.groupingBy(GateRow::subject, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        bySubject.forEach((subject, own) -> subjects.computeIfAbsent(measures(own), key -> new ArrayList<>())
                .add(subject));
        return subjects.entrySet().stream()
                .map(entry -> Names.list(entry.getValue()) + ": " + entry.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String measures(List<GateRow> gates) {
        Map<String, Set<String>> languages = new LinkedHashMap<>();
        gates.forEach(gate -> languages
                .computeIfAbsent(MeasureWords.name(gate.declared()), key -> new LinkedHashSet<>())
                .add(String.valueOf(gate.language())));
        Map<Set<String>, List<String>> names = new LinkedHashMap<>();
        languages.forEach((name, where) ->
                names.computeIfAbsent(where, key -> new ArrayList<>()).add(name));
        return names.entrySet().stream()
                .map(entry -> Names.list(entry.getValue()) + " in " + Names.languages(List.copyOf(entry.getKey())))
                .collect(Collectors.joining(", "));
    }
}
