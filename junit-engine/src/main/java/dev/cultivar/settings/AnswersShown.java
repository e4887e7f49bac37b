package dev.cultivar.settings;

/** Which of the models' answers reports show. */
public enum AnswersShown implements Choice {
    /** None; and no file but the store holds one. */
    NONE,
    /** A few of each cell. */
    SAMPLE,
    /** Every one. */
    ALL
}
