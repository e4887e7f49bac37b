package dev.cultivar.engine;

import dev.cultivar.batch.BatchTally;
import dev.cultivar.batch.Batches;
import dev.cultivar.model.Environment;
import dev.cultivar.run.BatchExport;
import dev.cultivar.settings.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.ReflectionSupport;

/** One step of suites' batches. */
public final class BatchRun {

    /** What to do. */
    public enum Step {
        /** Writes request files of what the store lacks. */
        EXPORT,
        /** Submits them. */
        SUBMIT,
        /** Asks how they are. */
        STATUS,
        /** Brings results into the store. */
        IMPORT;

        /** From a goal's name, as {@code batch-export}. */
        public static Step of(String goal) {
            return valueOf(goal.substring("batch-".length()).toUpperCase(Locale.ROOT));
        }
    }

    private BatchRun() {}

    /**
     * Does a step for suites, one after another.
     *
     * @param suites class names, loadable by the thread's context class loader
     * @param parameters value of a configuration parameter by its full key
     * @param folder of all batches; each suite has a folder of its own in it
     * @return text for a person, lines that end in {@code \n}
     * @throws RuntimeException with one clear line where a step fails
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
        Class<?> type = ReflectionSupport.tryToLoadClass(name).getOrThrow(e -> new IllegalArgumentException(name, e));
        SuitePlanner.Planning planning = planner.plan(type);
        return planning.suite()
                .orElseThrow(() -> new SettingsException(
                        planning.mistakes().stream().map(Mistake::message).collect(Collectors.joining("; "))));
    }

    private static List<String> lines(Step step, PlannedSuite suite, Path folder) {
        BatchExport export = new BatchExport(suite.plan(), folder);
        Environment environment = Environment.system();
        return switch (step) {
            case EXPORT -> export.export();
            case SUBMIT -> orNothing(export.batches(environment).submit(), "Nothing is left to submit.");
            case STATUS -> export.batches(environment).status();
            case IMPORT -> imported(export, environment);
        };
    }

    private static List<String> orNothing(List<String> lines, String nothing) {
        return lines.isEmpty() ? List.of(nothing) : lines;
    }

    private static List<String> imported(BatchExport export, Environment environment) {
        BatchTally tally = export.importInto(environment);
        Batches batches = export.batches(environment);
        long waiting = batches.waiting();
        String next = waiting > 0
                ? waiting + " files still wait for results; import again later."
                : "Export again: what failed, and what is to be judged, goes into new files. Where it writes none, run"
                        + " with -Dcultivar.mode=replay.";
        return List.of(tally.toString(), next);
    }
}
