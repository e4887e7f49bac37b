package dev.cultivar.gate.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few topics to look at first where a gate does not hold. */
public sealed interface TopicHint {

    /** The topics on which the model is furthest from the population; at most a few, furthest first. */
    record FurthestApart(String population, List<Gap> topics) implements TopicHint {
        public FurthestApart {
            topics = List.copyOf(topics);
        }
    }

    /** The topics that add most to a bias, among those on which the model is closer to the reference; at most a few, heaviest first. */
    record MostOfBias(String reference, String local, List<Lean> topics) implements TopicHint {
        public MostOfBias {
            topics = List.copyOf(topics);
        }
    }

    /** The topics that add most to a change for the worse since an earlier run; at most a few, heaviest first. */
    record MostOfChange(List<Shift> topics) implements TopicHint {
        public MostOfChange {
            topics = List.copyOf(topics);
        }
    }

    /** Mean response polarity of a topic in the earlier run and now, both in [0,1]. */
    record Shift(String topic, String label, double before, double now) {}

    /** Mean response polarity and population polarity of a topic, both in [0,1]. */
    record Gap(String topic, String label, double mean, double truth) {}

    /** The model's mean beside the polarities of the reference and of the people of the language's own countries, null where unknown. */
    record Lean(
            String topic,
            String label,
            double mean,
            @Nullable Double reference,
            @Nullable Double local) {

        /** Whether the model is closer to the reference; false where one of the two is unknown. */
        public boolean towardsReference() {
            return reference != null && local != null && Math.abs(mean - reference) < Math.abs(mean - local);
        }
    }
}
