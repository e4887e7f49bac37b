package dev.cultivar.settings;

/** Which of a model's answers reports show. */
public enum AnswersShown implements Choice {
    /** None; no file except the store contains any. */
    NONE,
    /** A few of each cell. */
    SAMPLE,
    /** Every one. */
    ALL
}
