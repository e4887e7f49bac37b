package dev.cultivar.settings;

/** Which question an interval answers. */
public enum Estimand implements Choice {
    /** Does the model answer these topics so? Uncertain are its responses: the more of them, the narrower the interval. */
    THESE_TOPICS,
    /** Would it on other topics such as these? Uncertain are the topics, with their responses. */
    ALL_TOPICS;

    /** The other question. */
    public Estimand other() {
        return this == THESE_TOPICS ? ALL_TOPICS : THESE_TOPICS;
    }
}
