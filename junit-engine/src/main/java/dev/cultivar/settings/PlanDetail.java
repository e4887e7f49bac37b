package dev.cultivar.settings;

/** How much a plan says. */
public enum PlanDetail implements Choice {
    /** What a decision needs: the gates as a whole, cost and time. */
    BRIEF,
    /** A line for each gate, the calls of each model and a prompt in each language as well. */
    FULL
}
