package dev.cultivar.service;

import dev.cultivar.judge.EndpointCheck;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.report.words.CostWords;
import dev.cultivar.run.Checkup;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.SuiteClasses;
import dev.cultivar.suite.SuitePlanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks that every model and judge that suites would ask can be reached. */
public final class DoctorRun {

    private DoctorRun() {}

    /**
     * The result of the calls to one model or judge.
     *
     * @param line the result in one line, for people
     * @param usable whether a run could use it
     */
    public record Finding(String line, boolean usable) {}

    /** What tells one check from another, whichever suites want it. */
    private record Asked(EndpointCheck.Role role, String endpoint, String model) {

        static Asked of(EndpointCheck check) {
            return new Asked(check.role(), check.endpoint(), check.model());
        }
    }

    /**
     * Makes one or two tiny calls to every model and judge of the suites. Examines each only once, however many suites name it.
     *
     * @param suites class names, loadable by the thread's context class loader, without mistakes
     * @param parameters value of a configuration parameter by its full key
     */
    public static List<Finding> examine(List<String> suites, Function<String, Optional<String>> parameters) {
        return examine(suites, parameters, KeySource.system());
    }

    static List<Finding> examine(
            List<String> suites, Function<String, Optional<String>> parameters, KeySource environment) {
        SuitePlanner planner = new SuitePlanner(parameters);
        Set<Asked> known = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (String name : suites) {
            PlannedSuite suite = planner.plan(SuiteClasses.load(name))
                    .suite()
                    .orElseThrow(() -> new IllegalArgumentException(name + " cannot be run as it is written."));
            for (EndpointCheck check : Checkup.of(suite.plan(), environment)) {
                if (known.add(Asked.of(check))) {
                    findings.add(new Finding(
                            withTokens(check, suite.plan().settings()).line(), check.usable()));
                }
            }
        }
        return List.copyOf(findings);
    }

    /** Adds the languages for which a model's token limit is too low. A run would still start, but lose answers. */
    private static EndpointCheck withTokens(EndpointCheck check, RunSettings settings) {
        return check.with(settings.models().value().stream()
                .filter(model -> !check.isOfJudge() && model.name().equals(check.model()))
                .flatMap(model -> settings.value(Settings.LANGUAGES).stream()
                        .flatMap(language -> CostWords.tooFewTokens(model, language).stream()))
                .map(words -> new EndpointCheck.Finding("max-tokens", EndpointCheck.State.MISSING, words))
                .toList());
    }
}
