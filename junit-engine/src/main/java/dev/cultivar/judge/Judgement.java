package dev.cultivar.judge;

import dev.cultivar.api.Stance;
import dev.cultivar.provider.Usage;
import java.util.List;

/**
 * The stances of one response, as many as it has statements.
 *
 * @param stances in the order of the statements
 * @param usage tokens of all attempts
 * @param attempts how often the judge was asked, 1 or 2
 */
public record Judgement(List<Stance> stances, Usage usage, int attempts) {
    public Judgement {
        stances = List.copyOf(stances);
    }
}
