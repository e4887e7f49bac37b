package dev.cultivar.suite;

import dev.cultivar.gate.Gate;
import dev.cultivar.settings.SuiteDefaults;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestTag;

/**
 * A suite class as written.
 *
 * @param type the class
 * @param defaults what {@code @CulturalSuite} says
 * @param probes those that name topics, then those that name a list; each group by method name
 * @param gates in the order of their kinds, then as written
 * @param skipped reason to leave it out
 * @param tags for all its probes and gates
 */
public record SuiteDefinition(
        Class<?> type,
        SuiteDefaults defaults,
        List<ProbeDefinition> probes,
        List<Gate> gates,
        Optional<String> skipped,
        Set<TestTag> tags) {

    public SuiteDefinition {
        probes = List.copyOf(probes);
        gates = List.copyOf(gates);
        tags = Set.copyOf(tags);
    }
}
