package dev.cultivar.gate.facts;

import dev.cultivar.run.plan.SampleKey;
import java.util.List;

/**
 * How the gates of a suite stand after a look.
 *
 * @param look from 1
 * @param of looks that were planned
 * @param responses of each model and language that was still asked
 * @param decided gates that are decided, by this look or an earlier one
 * @param open gates that the next look may decide
 * @param hopeless gates that the rest would hardly decide
 * @param stopped models and languages that are asked no more, from this look on
 * @param goingOn how many models and languages are asked on
 */
public record GateStanding(
        int look, int of, int responses, int decided, int open, int hopeless, List<SampleKey> stopped, int goingOn) {

    public GateStanding {
        stopped = List.copyOf(stopped);
    }
}
