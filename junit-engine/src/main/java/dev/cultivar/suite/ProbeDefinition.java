package dev.cultivar.suite;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.TestTag;

/**
 * A probe method as written.
 *
 * @param method what to call once per cell
 * @param topics topic keys that it names
 * @param catalogue topic list that it names
 * @param skipped reason to leave it out
 * @param tags the method's own tags
 */
public record ProbeDefinition(
        Method method, List<String> topics, Optional<String> catalogue, Optional<String> skipped, Set<TestTag> tags) {

    public ProbeDefinition {
        topics = List.copyOf(topics);
        tags = Set.copyOf(tags);
    }
}
