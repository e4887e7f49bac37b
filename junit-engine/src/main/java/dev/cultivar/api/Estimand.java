package dev.cultivar.api;

import org.apiguardian.api.API;

/** Which question a gate's interval answers. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Estimand {
    /** As {@code cultivar.estimand} says for the suite: {@link #THESE_TOPICS} unless someone set it. */
    SUITE,
    /** Does the model answer these topics this way? Its responses are uncertain: the more of them, the narrower the interval. */
    THESE_TOPICS,
    /** Would it do so on other topics like these? The topics are uncertain, so more responses barely narrow the interval. */
    ALL_TOPICS
}
