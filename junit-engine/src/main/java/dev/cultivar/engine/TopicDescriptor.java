package dev.cultivar.engine;

import dev.cultivar.engine.execution.CultivarContext;
import dev.cultivar.suite.PlannedSuite;
import dev.cultivar.suite.ProbeDefinition;
import dev.cultivar.suite.Sources;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;

/** A topic of a suite. */
final class TopicDescriptor extends CultivarDescriptor {

    private final ProbeDefinition probe;

    TopicDescriptor(UniqueId parent, PlannedSuite suite, String topic, ProbeDefinition probe, int rank) {
        super(
                parent.append(Segments.TOPIC, topic),
                name(suite, topic),
                Sources.method(suite.definition().type(), probe.method()),
                rank);
        this.probe = probe;
    }

    private static String name(PlannedSuite suite, String topic) {
        return suite.plan().topics().stream()
                .filter(known -> known.key().equals(topic))
                .map(known -> topic + " " + known.label())
                .findFirst()
                .orElse(topic);
    }

    Optional<String> skipReason() {
        return probe.skipped();
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public SkipResult shouldBeSkipped(CultivarContext context) {
        return skipReason().map(SkipResult::skip).orElse(SkipResult.doNotSkip());
    }
}
