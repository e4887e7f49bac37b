package dev.cultivar.settings;

/** How a run uses the store. */
public enum StoreMode implements Choice {
    /** Stored answers are used; what is missing is asked and stored. */
    LIVE,
    /** As live, but also records which answers the run used, so that exactly these can be exported and replayed. */
    RECORD,
    /** Stored answers only: nothing is ever asked, no key is needed, and a missing answer is an error. */
    REPLAY,
    /** Everything is asked again and replaces the stored answers. */
    REFRESH
}
