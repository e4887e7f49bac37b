package dev.cultivar.results;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.gate.GateOutcome;
import dev.cultivar.gate.GateResult;
import dev.cultivar.gate.facts.ErrorControl;
import dev.cultivar.gate.facts.Look;
import dev.cultivar.gate.facts.Losses;
import dev.cultivar.gate.facts.Obstacle;
import dev.cultivar.gate.facts.TopicHint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict rests on, as facts: the reports make their sentences of it.
 *
 * @param topics that the statistic rests on
 * @param control how the gates of the suite shared the error level; null where no interval decided
 * @param look that the figures are of; null where none decided, or where everything was asked before anyone looked
 * @param obstacle why there was nothing to decide on; null where there was
 * @param notes what else must be known of the statistic
 * @param hint topics to look at first, or null
 * @param losses what became of the planned responses; null of a gate on several models
 */
public record GateFacts(
        int topics,
        @Nullable ErrorControl control,
        @Nullable Look look,
        @Nullable Obstacle obstacle,
        List<Note> notes,
        @Nullable TopicHint hint,
        @Nullable Losses losses) {

    public GateFacts {
        notes = List.copyOf(notes);
    }

    static GateFacts of(GateResult gate) {
        return new GateFacts(
                gate.topics(),
                gate.outcome() instanceof GateOutcome.Decided decided ? decided.control() : null,
                gate.outcome() instanceof GateOutcome.Decided decided ? decided.look() : null,
                gate.obstacle().orElse(null),
                gate.notes(),
                gate.hint(),
                gate.losses());
    }
}
