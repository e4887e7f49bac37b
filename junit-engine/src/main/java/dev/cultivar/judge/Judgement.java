package dev.cultivar.judge;

import dev.cultivar.api.Stance;
import dev.cultivar.provider.Usage;
import java.util.List;
import java.util.Set;

/**
 * The stances of one response, as many as it has statements.
 *
 * @param stances in the order of the statements
 * @param usage tokens of all attempts
 * @param offTopic numbers, from 1, of the neutral statements that are about something else
 * @param attempts how often the judge was asked, 1 or 2
 */
public record Judgement(List<Stance> stances, Set<Integer> offTopic, Usage usage, int attempts) {

    /** No judge was asked. */
    public static final Judgement NONE = new Judgement(List.of(), Set.of(), Usage.NONE, 0);

    public Judgement {
        stances = List.copyOf(stances);
        offTopic = Set.copyOf(offTopic);
    }
}
