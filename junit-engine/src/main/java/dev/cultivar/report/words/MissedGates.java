package dev.cultivar.report.words;

import dev.cultivar.gate.facts.Losses;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.report.words.decision.MeasureWords;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.decision.DecidingCommand;
import dev.cultivar.results.decision.Unmeasured;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.Names;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final int MOST = 4;

    private static final int LONGEST = 900;

    private static final int LONGEST_REASON = 360;

    private MissedGates() {}

    /**
     * One text per gate, or one for all gates that could not be measured for the same reason. Below the last of a suite, the one command
     * that decides them again.
     *
     * @param suites the run's suites
     * @param reasons whether to quote the endpoint or the judge, because nothing above does
     * @param told gives what to say about a gate
     */
    public static List<String> text(
            List<SuiteInfo> suites, List<GateRow> missed, boolean reasons, Function<GateRow, String> told) {
        List<Told> all = Stream.concat(
                        missed.stream()
                                .filter(gate -> !gate.wentUnmeasured())
                                .map(gate -> new Told(gate.suite(), told.apply(gate))),
                        Unmeasured.of(missed).stream().map(group -> {
                            GateRow first = group.gates().get(0);
                            return new Told(
                                    first.suite(), group.gates().size() == 1 ? told.apply(first) : of(group, reasons));
                        }))
                .toList();
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            last.put(all.get(i).suite(), i);
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Told each = all.get(i);
            texts.add(each.text()
                    + (Objects.equals(last.get(each.suite()), i) ? again(suites, each.suite(), missed) : ""));
        }
        return texts;
    }

    private record Told(String suite, String text) {}

    private static String again(List<SuiteInfo> suites, String name, List<GateRow> missed) {
        return suites.stream()
                .filter(suite -> suite.suite().equals(name))
                .flatMap(suite -> DecidingCommand.of(suite, missed, false).stream())
                .map(command -> "\n    again: " + PlainText.line(command))
                .collect(Collectors.joining());
    }

    /**
     * Why runs did not finish and gates were not measured, one line each. This comes before anything about models, because none of it is
     * their doing.
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
                                .map(group -> of.apply(group.gates().get(0).suite()) + of(group, true)))
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

    /** How many gates of which model could not be measured for the same reason, and the reason; without a full stop. */
    public static String counted(Unmeasured group) {
        return whose(group.gates())
                        .map(subject -> subject + ": not measured: "
                                + Plural.of(group.gates().size(), "gate"))
                        .orElseGet(() -> "not measured: " + counted(group.gates()))
                + ": " + ObstacleWords.of(group.obstacle()) + reasons(group.gates());
    }

    /** The model or family that all the gates are on; empty if there are several. */
    private static Optional<String> whose(List<GateRow> gates) {
        List<String> subjects =
                gates.stream().map(GateRow::subject).distinct().limit(2).toList();
        return subjects.size() == 1 ? Optional.of(subjects.get(0)) : Optional.empty();
    }

    private static String counted(List<GateRow> gates) {
        Map<String, Long> bySubject = gates.stream()
                .collect(Collectors.groupingBy(GateRow::subject, LinkedHashMap::new, Collectors.counting()));
        return bySubject.entrySet().stream()
                .map(own -> Plural.of(own.getValue(), "gate") + " of " + own.getKey())
                .collect(Collectors.joining(", "));
    }

    /** How many gates of which model passed without being compared, one line for each thing they lacked; without a full stop. */
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

    /** Why gates were not measured, and which ones, in one line that begins with their model if they share one. */
    private static String of(Unmeasured group, boolean reasons) {
        List<GateRow> gates = group.gates();
        Optional<String> subject = whose(gates);
        return subject.map(name -> name + ": ").orElse("")
                + Plural.of(gates.size(), "gate was", "gates were") + " not measured: "
                + ObstacleWords.of(group.obstacle()) + (reasons ? reasons(gates) : "") + ". "
                + (subject.isPresent() ? Names.capital(measures(gates)) : which(gates)) + ".";
    }

    /**
     * Says that a suite's run did not finish, why, how far it got and what to do; empty if it finished.
     *
     * @param done number of the suite's cells that are finished
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
                ? "Nothing is kept, because the store is memory: run it again from the start."
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
        return reasons.isEmpty() ? "" : " (most often: " + reason(reasons.get(0)) + ")";
    }

    /** What an endpoint or the judge said; however long it is, keeps what to do. */
    static String reason(String said) {
        return PlainText.bothEnds(said, LONGEST_REASON);
    }

    /** Measures and languages by model; models with the same ones share an entry. */
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
