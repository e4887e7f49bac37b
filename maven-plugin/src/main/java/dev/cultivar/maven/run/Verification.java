package dev.cultivar.maven.run;

import dev.cultivar.gate.facts.Cause;
import dev.cultivar.maven.GoalOutput;
import dev.cultivar.maven.bridge.FailedLeaf;
import dev.cultivar.report.words.AccountText;
import dev.cultivar.report.words.GateSentences;
import dev.cultivar.report.words.IncomparableWords;
import dev.cultivar.report.words.MissedGates;
import dev.cultivar.report.words.decision.DecisionWords;
import dev.cultivar.results.GateRow;
import dev.cultivar.results.Redness;
import dev.cultivar.results.ResultsException;
import dev.cultivar.results.ResultsFile;
import dev.cultivar.results.decision.DecidingCommand;
import dev.cultivar.results.decision.RedCells;
import dev.cultivar.results.provenance.RunEnvironment;
import dev.cultivar.results.provenance.SuiteInfo;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.Plural;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Decides a build from its results file, and reports every breach at once. */
public final class Verification {

    /** Up to this many red cells are reported one by one. */
    private static final int FEW = 3;

    private static final int LONGEST = 600;

    private Verification() {}

    /**
     * Passes or throws.
     *
     * @param output folder of the results
     * @param classes compiled tests of the module
     * @param policy what else the results must comply with
     * @param annotations printed unchanged where something is missed
     * @throws MojoFailureException where a gate is missed
     * @throws MojoExecutionException where the run had errors, or its results cannot be trusted
     */
    static void verify(Path output, Path classes, Policies policy, GitHubAnnotations annotations, Log log)
            throws MojoExecutionException, MojoFailureException {
        Path file = output.resolve(ResultsFile.NAME);
        Found found;
        List<String> broken;
        try {
            found = look(output, classes);
            broken = policy.breaches(found.results());
        } catch (MojoExecutionException e) {
            annotations.unmeasured(List.of(String.valueOf(e.getMessage()))).forEach(System.out::println);
            throw e;
        }
        ResultsFile results = found.results();
        RunState state = found.state();
        results.baselines().stream()
                .filter(against -> !against.baseline().isEmpty())
                .forEach(against -> IncomparableWords.of(against)
                        .ifPresent(advice -> log.warn(against.suite() + ": " + advice.line())));
        annotate(found, broken, annotations);
        List<String> breaches = new ArrayList<>(broken);
        breaches.addAll(breaches(results, state));
        if (!state.errors().isEmpty()) {
            throw new MojoExecutionException(
                    message(state.errors(), breaches, results.run().suites(), file));
        }
        if (!breaches.isEmpty()) {
            throw new MojoFailureException(
                    message(List.of(), breaches, results.run().suites(), file));
        }
        GoalOutput.say(
                log,
                "Cultivar: " + HeldGates.of(results.gates()) + " over "
                        + Plural.of(results.cells().size(), "cell") + "; "
                        + AccountText.answers(results.run().suites()) + "; see " + page(file) + ".");
    }

    /**
     * Prints what makes a build red in the form that GitHub shows.
     *
     * @param broken breaches of the policy
     */
    public static void annotate(Found found, List<String> broken, GitHubAnnotations annotations) {
        ResultsFile results = found.results();
        RunState state = found.state();
        annotations
                .lines(
                        Stream.concat(
                                        state.ofRun().stream(),
                                        state.unanswered().entrySet().stream()
                                                .filter(error -> !isToldByGates(error.getKey(), results.gates()))
                                                .flatMap(error -> error.getValue().stream()))
                                .toList(),
                        Stream.of(broken, withoutGates(results), incomplete(results, state))
                                .flatMap(List::stream)
                                .toList(),
                        missed(results),
                        state.errors().isEmpty()
                                ? RedCells.unscoredBesideGates(results)
                                : RedCells.unscoredThoughAnswered(results),
                        results.failedChecks())
                .forEach(System.out::println);
        annotations.uncompared(results.gates()).forEach(System.out::println);
    }

    /** Whether gates of the model say, for their suite, why they were not measured. */
    private static boolean isToldByGates(String model, List<GateRow> gates) {
        return gates.stream()
                .filter(GateRow::wentUnmeasured)
                .filter(gate -> gate.cause() == Cause.PROVIDER || gate.cause() == Cause.JUDGE)
                .anyMatch(gate -> model.equals(gate.model()));
    }

    /** Finds where results are looser than allowed, one line each. */
    @FunctionalInterface
    interface Policies {
        List<String> breaches(ResultsFile results) throws MojoExecutionException;
    }

    /** Results that have passed the checks, and the state of their leaves. */
    public record Found(Path file, ResultsFile results, RunState state) {}

    /**
     * Reads the results of a run.
     *
     * @param classes compiled tests of the module
     * @throws MojoExecutionException where they are missing, stale, truncated or of another version
     */
    public static Found look(Path output, Path classes) throws MojoExecutionException {
        Path file = output.resolve(ResultsFile.NAME);
        ResultsFile results = read(file);
        RunState state = RunState.read(output);
        requireOwn(file, results, state);
        requireFresh(file, classes);
        return new Found(file, results, state);
    }

    private static ResultsFile read(Path file) throws MojoExecutionException {
        try {
            return ResultsFile.read(file);
        } catch (ResultsException e) {
            List<String> errors = RunState.errors(file.resolveSibling(RunState.NAME));
            throw new MojoExecutionException(errors.isEmpty() ? e.getMessage() : message(errors, List.of(), file), e);
        }
    }

    /** Results of another version, or left by an earlier run, say nothing about this run. */
    private static void requireOwn(Path file, ResultsFile results, RunState state) throws MojoExecutionException {
        if (!results.run().cultivar().equals(RunEnvironment.cultivarVersion())) {
            throw new MojoExecutionException("Results " + file + " were written by Cultivar "
                    + results.run().cultivar() + ", but this is " + RunEnvironment.cultivarVersion()
                    + ". Run cultivar:run again.");
        }
        if (Instant.parse(results.run().started()).isBefore(Instant.parse(state.started()))) {
            throw new MojoExecutionException("Results " + file + " are stale: they began at "
                    + results.run().started() + ", before the last run did at " + state.started()
                    + ". Run cultivar:run again.");
        }
    }

    /** Results that are older than the suites' classes say nothing about them. */
    public static void requireFresh(Path file, Path classes) throws MojoExecutionException {
        try {
            FileTime made = Files.getLastModifiedTime(file);
            Optional<Path> newer = newest(classes, made);
            if (newer.isPresent()) {
                throw new MojoExecutionException("Results " + file + " are stale: they were made at " + made
                        + ", before " + newer.get() + " was compiled. Run cultivar:run again.");
            }
        } catch (IOException e) {
            throw new MojoExecutionException("The age of " + file + " cannot be determined: " + e.getMessage(), e);
        }
    }

    private static Optional<Path> newest(Path classes, FileTime than) throws IOException {
        if (!Files.isDirectory(classes)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path path : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (Files.getLastModifiedTime(path).compareTo(than) > 0) {
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }

    /** What makes the build red, one text each. */
    public static List<String> breaches(ResultsFile results, RunState state) {
        List<String> breaches = new ArrayList<>();
        List<GateRow> missed = missed(results);
        // Where cells are lost to an endpoint, its message is reported as an error.
        breaches.addAll(
                MissedGates.text(results.run().suites(), missed, state.errors().isEmpty(), GateSentences::of));
        breaches.addAll(withoutGates(results));
        incomplete(results, state).forEach(breaches::add);
        breaches.addAll(leaves(
                results,
                missed,
                state.failures().stream()
                        .filter(leaf -> missed.stream().noneMatch(leaf::isVerdictOf))
                        .toList()));
        if (state.errors().isEmpty()
                && state.failures().isEmpty()
                && state.skipped().size() == state.found()) {
            breaches.add("Every cell and gate was skipped, so no gate was decided.");
        }
        return breaches;
    }

    /** From a partial run nobody can tell whether the suites have gates. */
    private static List<String> withoutGates(ResultsFile results) {
        return GateRow.anyHolds(results.gates()) || !results.run().complete()
                ? List.of()
                : List.of("No gate was decided. Add one such as @AlignmentGate to a suite, and run whole suites.");
    }

    /** What leaves say. Where many cells of a model in a language are red for the same reason, says it once, with one command per suite. */
    private static List<String> leaves(ResultsFile results, List<GateRow> missed, List<FailedLeaf> failures) {
        List<FailedLeaf> rest = new ArrayList<>(failures);
        Map<String, List<String>> bySuite = new LinkedHashMap<>();
        together(bySuite, rest, RedCells.unscored(results), DecisionWords::unscored);
        together(bySuite, rest, RedCells.failedChecks(results), DecisionWords::failedChecks);
        List<String> texts = new ArrayList<>();
        bySuite.forEach((name, told) -> {
            texts.addAll(told.subList(0, told.size() - 1));
            texts.add(told.get(told.size() - 1)
                    + results.run().suites().stream()
                            .filter(suite -> suite.suite().equals(name))
                            // Otherwise its gates have given the command.
                            .filter(suite ->
                                    !DecidingCommand.of(suite, missed, false).equals(Optional.of(suite.rerun())))
                            .map(suite -> "\n    again: " + suite.rerun())
                            .collect(Collectors.joining()));
        });
        rest.stream().map(FailedLeaf::text).forEach(texts::add);
        return texts;
    }

    private static void together(
            Map<String, List<String>> bySuite,
            List<FailedLeaf> failures,
            List<RedCells> all,
            Function<RedCells, String> told) {
        for (RedCells cells : all) {
            List<FailedLeaf> own = failures.stream()
                    .filter(leaf -> leaf.kind() == FailedLeaf.Kind.CELL
                            && cells.suite().equals(leaf.suite())
                            && cells.model().equals(leaf.model())
                            && cells.language().equals(leaf.language())
                            && cells.cells().stream()
                                    .anyMatch(cell -> cell.topic().equals(leaf.topic())))
                    .toList();
            if (own.size() > FEW) {
                failures.removeAll(own);
                RedCells alike = cells.among(
                        own.stream().map(leaf -> String.valueOf(leaf.topic())).collect(Collectors.toSet()));
                bySuite.computeIfAbsent(cells.suite(), key -> new ArrayList<>())
                        .add(PlainText.line(told.apply(alike), LONGEST));
            }
        }
    }

    /** What stopped a run is already reported as an error; missing cells are only its consequence. */
    private static List<String> incomplete(ResultsFile results, RunState state) {
        List<String> breaches = new ArrayList<>();
        List<SuiteInfo> suites = results.run().suites();
        if (suites.stream().anyMatch(suite -> !suite.complete() && !suite.interrupted())) {
            breaches.add("Only part of the planned cells was asked, so the gates say nothing. Run the whole suite.");
        }
        if (state.errors().isEmpty() && suites.stream().anyMatch(SuiteInfo::interrupted)) {
            breaches.add("The run was stopped before it was done, so the gates say nothing. Run it again.");
        }
        return breaches;
    }

    private static List<GateRow> missed(ResultsFile results) {
        return results.gates().stream()
                .filter(gate -> redness(results, gate.suite()).isRed(gate.verdict()))
                .toList();
    }

    /** Of a suite that the results do not describe, every gate that did not pass is red. */
    private static Redness redness(ResultsFile results, String suite) {
        return results.run().suites().stream()
                .filter(info -> info.suite().equals(suite))
                .findFirst()
                .map(Redness::of)
                .orElse(Redness.FAILED_OR_INCONCLUSIVE);
    }

    /** The page to open, where there is one. */
    private static Path page(Path results) {
        Path page = Files.isDirectory(results) ? results.resolve("report.html") : results.resolveSibling("report.html");
        return Files.isRegularFile(page) ? page : results;
    }

    /**
     * What went wrong, how old the measured answers are, and where to look.
     *
     * @param errors what prevented measuring
     * @param breaches what was measured and missed, and what follows from the errors
     */
    public static String message(List<String> errors, List<String> breaches, Collection<SuiteInfo> suites, Path file) {
        return message(errors, breaches, file) + "\n  Measured on " + AccountText.answers(suites);
    }

    private static String message(List<String> errors, List<String> breaches, Path file) {
        StringBuilder text = new StringBuilder();
        if (!errors.isEmpty()) {
            text.append(Plural.of(
                            errors.size(), "error that says nothing of a model", "errors that say nothing of a model"))
                    .append(':');
            errors.forEach(error -> text.append("\n  - ").append(error));
        }
        if (!breaches.isEmpty()) {
            text.append(errors.isEmpty() ? "" : "\n")
                    .append(Plural.of(breaches.size(), "breach", "breaches"))
                    .append(':');
            breaches.forEach(breach -> text.append("\n  - ").append(breach));
        }
        return text.append("\n  Results: ").append(page(file)).toString();
    }
}
