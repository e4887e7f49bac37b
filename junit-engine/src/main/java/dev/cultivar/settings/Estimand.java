package dev.cultivar.settings;

/** Which question an interval answers. */
public enum Estimand implements Choice {
    /** Does the model answer these topics this way? The uncertainty is in its responses: the more there are, the narrower the interval. */
    THESE_TOPICS,
    /** Would it answer other topics like these this way? The uncertainty is in the topics and their responses. */
    ALL_TOPICS;

    /** The other question. */
    public Estimand other() {
        return this == THESE_TOPICS ? ALL_TOPICS : THESE_TOPICS;
    }
}
