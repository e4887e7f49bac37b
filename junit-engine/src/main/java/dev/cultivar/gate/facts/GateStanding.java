package dev.cultivar.gate.facts;

import dev.cultivar.run.plan.SampleKey;
import java.util.List;

/**
 * Where the gates of a suite stand after a look.
 *
 * @param look its number, from 1
 * @param of number of looks planned
 * @param responses so far from each model and language that was still being asked
 * @param decided number of gates decided by this look or an earlier one
 * @param open number of gates that the next look may decide
 * @param hopeless number of gates that the rest would hardly decide
 * @param stopped models and languages that are not asked further, from this look on
 * @param goingOn number of models and languages that are asked further
 */
public record GateStanding(
        int look, int of, int responses, int decided, int open, int hopeless, List<SampleKey> stopped, int goingOn) {

    public GateStanding {
        stopped = List.copyOf(stopped);
    }
}
