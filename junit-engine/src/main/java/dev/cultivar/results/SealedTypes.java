package dev.cultivar.results;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.gate.Gate;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.gate.facts.TopicHint;
import dev.cultivar.history.Difference;
import dev.cultivar.history.Incomparable;
import dev.cultivar.results.baseline.BaselineObstacle;
import java.util.List;

/** Sealed facts in JSON: an object with the fields of the record, and {@code kind} with its simple name. */
final class SealedTypes {

    private static final List<Class<?>> TYPES = List.of(
            Note.class,
            Obstacle.class,
            TopicHint.class,
            Gate.class,
            Difference.class,
            Incomparable.class,
            BaselineObstacle.class);

    private SealedTypes() {}

    /** Fields only: a record's other methods add no facts of their own. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    @JsonAutoDetect(
            fieldVisibility = JsonAutoDetect.Visibility.ANY,
            getterVisibility = JsonAutoDetect.Visibility.NONE,
            isGetterVisibility = JsonAutoDetect.Visibility.NONE)
    private interface ByName {}

    static Module module() {
        SimpleModule module = new SimpleModule("sealed facts");
        for (Class<?> type : TYPES) {
            module.setMixInAnnotation(type, ByName.class);
            module.registerSubtypes(type.getPermittedSubclasses());
        }
        return module;
    }
}
