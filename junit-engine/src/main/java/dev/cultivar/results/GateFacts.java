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
 * The facts behind a verdict, from which reports make their sentences.
 *
 * @param topics number of topics that the statistic rests on
 * @param control how the suite's gates shared the error level; null if no interval decided
 * @param look the look that the figures come from; null if none decided, or if everything was asked before the first look
 * @param obstacle why there was nothing to decide on; null if there was something
 * @param notes what else readers must know about the statistic
 * @param hint topics to look at first, or null
 * @param losses what became of the planned responses; null for a gate on several models
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
