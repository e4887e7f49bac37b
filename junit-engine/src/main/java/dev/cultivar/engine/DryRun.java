package dev.cultivar.engine;

import dev.cultivar.run.PlanPreview;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.ReflectionSupport;

/** Says what suites would ask, without asking. */
public final class DryRun {

    private DryRun() {}

    /**
     * Describes suites, one after another.
     *
     * @param suites class names, loadable by the thread's context class loader
     * @param parameters value of a configuration parameter by its full key
     * @return text for a person, lines that end in {@code \n}; where a suite cannot run as it is written, its mistakes
     */
    public static String describe(List<String> suites, Function<String, Optional<String>> parameters) {
        SuitePlanner planner = new SuitePlanner(parameters);
        return suites.stream()
                .map(name ->
                        ReflectionSupport.tryToLoadClass(name).getOrThrow(e -> new IllegalArgumentException(name, e)))
                .map(type -> describe(planner.plan(type)))
                .collect(Collectors.joining("\n"));
    }

    private static String describe(SuitePlanner.Planning planning) {
        return planning.suite()
                .map(suite ->
                        PlanPreview.of(suite.plan()) + "Gates: " + suite.gates().size() + "\n"
                                + suite.gates().stream()
                                        .map(gate -> "  " + gate.name() + "\n")
                                        .collect(Collectors.joining()))
                .orElseGet(() -> planning.mistakes().stream()
                        .map(mistake -> mistake.message() + "\n")
                        .collect(Collectors.joining()));
    }
}
