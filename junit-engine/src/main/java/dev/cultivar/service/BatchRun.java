package dev.cultivar.service;

import dev.cultivar.batch.BatchTally;
import dev.cultivar.batch.Batches;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.run.BatchExport;
import dev.cultivar.run.StopRule;
import dev.cultivar.settings.SettingsException;
import dev.cultivar.suite.Mistake;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.SuiteClasses;
import dev.cultivar.suite.SuitePlanner;
import dev.cultivar.text.Plural;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Performs one step of suites' batches. */
public final class BatchRun {

    /** What to do. */
    public enum Step {
        /** Writes request files for the answers that the store lacks. */
        EXPORT,
        /** Submits them. */
        SUBMIT,
        /** Asks for their status. */
        STATUS,
        /** Imports their results into the store. */
        IMPORT;

        /** The step of a goal, for example {@code batch-export}. */
        public static Step of(String goal) {
            return valueOf(goal.substring("batch-".length()).toUpperCase(Locale.ROOT));
        }
    }

    private BatchRun() {}

    /**
     * Performs a step for each suite in turn.
     *
     * @param suites class names, loadable by the thread's context class loader
     * @param parameters value of a configuration parameter by its full key
     * @param folder folder of all batches; each suite has its own folder in it
     * @return text for people, in lines that end in {@code \n}
     * @throws RuntimeException with a clear message of one line if a step fails
     */
    public static String perform(
            Step step, List<String> suites, Function<String, Optional<String>> parameters, Path folder) {
        SuitePlanner planner = new SuitePlanner(parameters);
        return suites.stream()
                .map(name -> lines(step, planned(planner, name), folder.resolve(name.replace('$', '.'))))
                .flatMap(List::stream)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static PlannedSuite planned(SuitePlanner planner, String name) {
        SuitePlanner.Planning planning = planner.plan(SuiteClasses.load(name));
        return planning.suite()
                .orElseThrow(() -> new SettingsException(
                        planning.mistakes().stream().map(Mistake::message).collect(Collectors.joining("; "))));
    }

    private static List<String> lines(Step step, PlannedSuite suite, Path folder) {
        BatchExport export = new BatchExport(suite.plan(), folder);
        KeySource environment = KeySource.system();
        return switch (step) {
            case EXPORT -> exported(export, rule(suite), environment);
            case SUBMIT -> submitted(export.batches(environment));
            case STATUS -> progress(export.batches(environment).status());
            case IMPORT -> imported(export, environment);
        };
    }

    /** The rule that a run would use, so that a replay finds every answer that it looks at. */
    private static StopRule rule(PlannedSuite suite) {
        return new SuiteLooks(suite, suite.baselines(), standing -> {}).rule();
    }

    private static List<String> exported(BatchExport export, StopRule rule, KeySource environment) {
        List<String> lines = new ArrayList<>(export.export(rule));
        Batches batches = export.batches(environment);
        if (batches.unsent() > 0) {
            lines.add("Next: cultivar:batch-submit sends them.");
        } else if (batches.waiting() > 0) {
            lines.add(
                    "There is nothing new to send; " + files(batches.waiting())
                            + " under way: cultivar:batch-status shows their progress, cultivar:batch-import fetches finished results.");
        } else {
            lines.add("Nothing is left to ask: mvn verify -Dcultivar.mode=replay decides the gates.");
        }
        return lines;
    }

    private static List<String> submitted(Batches batches) {
        List<String> lines = new ArrayList<>(batches.submit());
        if (lines.isEmpty()) {
            lines.add("Nothing is left to submit.");
        }
        lines.add("Next: cultivar:batch-status shows their progress, cultivar:batch-import fetches finished results.");
        return lines;
    }

    private static List<String> progress(Batches.Progress progress) {
        List<String> lines = new ArrayList<>(progress.lines());
        if (progress.ended() > 0) {
            lines.add("Next: cultivar:batch-import; " + files(progress.ended()) + " finished, " + files(progress.open())
                    + " not.");
        } else if (progress.open() > 0) {
            lines.add("None has finished; check again later.");
        } else {
            lines.add("All are imported. Next: cultivar:batch-export writes what is still missing.");
        }
        return lines;
    }

    private static String files(long count) {
        return Plural.of(count, "file is", "files are");
    }

    private static List<String> imported(BatchExport export, KeySource environment) {
        BatchTally tally = export.importInto(environment);
        Batches batches = export.batches(environment);
        long waiting = batches.waiting();
        String next = waiting > 0
                ? files(waiting) + " still without results; import again later."
                : "Next: cultivar:batch-export writes what failed, or is still to be judged, into new files; if it"
                        + " finds nothing, mvn verify -Dcultivar.mode=replay decides the gates.";
        return List.of(tally.toString(), next);
    }
}
