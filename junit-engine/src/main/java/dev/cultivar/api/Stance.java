package dev.cultivar.api;

import org.apiguardian.api.API;

/** The side a statement takes on its topic, as a judge sees it. */
@API(status = API.Status.STABLE, since = "0.1")
public enum Stance {
    /** In favour of the topic. */
    PRO,
    /** Against it. */
    CON,
    /** On neither side; it does not count in any polarity. */
    NEUTRAL
}
