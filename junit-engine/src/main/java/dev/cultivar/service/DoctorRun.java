package dev.cultivar.service;

import dev.cultivar.judge.EndpointCheck;
import dev.cultivar.model.http.KeySource;
import dev.cultivar.run.Checkup;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.SuitePlanner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Whether everyone whom suites would ask can be asked.
 *
 * @param lines one for each model and judge, for a person
 * @param broken those of the lines that tell of a model or judge which no run could use
 */
public record DoctorRun(List<String> lines, List<String> broken) {

    public DoctorRun {
        lines = List.copyOf(lines);
        broken = List.copyOf(broken);
    }

    /**
     * Makes one tiny call or two to every model and judge of the suites; each of them once, however many suites name it.
     *
     * @param suites class names, loadable by the thread's context class loader, without mistakes
     * @param parameters value of a configuration parameter by its full key
     */
    public static DoctorRun of(List<String> suites, Function<String, Optional<String>> parameters) {
        return of(suites, parameters, KeySource.system());
    }

    static DoctorRun of(List<String> suites, Function<String, Optional<String>> parameters, KeySource environment) {
        SuitePlanner planner = new SuitePlanner(parameters);
        Set<String> known = new LinkedHashSet<>();
        List<String> lines = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (String name : suites) {
            Class<?> type =
                    ReflectionSupport.tryToLoadClass(name).getOrThrow(e -> new IllegalArgumentException(name, e));
            PlannedSuite suite = planner.plan(type)
                    .suite()
                    .orElseThrow(() -> new IllegalArgumentException(name + " cannot be run as it is written."));
            for (EndpointCheck check : Checkup.of(suite.plan(), environment)) {
                if (known.add(check.role() + ' ' + check.endpoint() + ' ' + check.model())) {
                    lines.add(check.line());
                    if (!check.usable()) {
                        broken.add(check.line());
                    }
                }
            }
        }
        return new DoctorRun(lines, broken);
    }
}
