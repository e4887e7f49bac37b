package dev.cultivar.judge;

import dev.cultivar.api.Stance;
import dev.cultivar.provider.Usage;
import java.util.List;
import java.util.Set;

/**
 * The stances of one response, one for each of its statements.
 *
 * @param stances in the order of the statements
 * @param usage tokens of all attempts
 * @param offTopic numbers, from 1, of the neutral statements about something else
 * @param attempts how often the judge was asked, from 1 to 3
 * @param misread how often it labelled a control wrongly; after 2, its labels are not used
 */
public record Judgement(List<Stance> stances, Set<Integer> offTopic, Usage usage, int attempts, int misread) {

    /** The judgement of nothing: no judge was asked. */
    public static final Judgement NONE = new Judgement(List.of(), Set.of(), Usage.NONE, 0, 0);

    public Judgement {
        stances = List.copyOf(stances);
        offTopic = Set.copyOf(offTopic);
    }
}
