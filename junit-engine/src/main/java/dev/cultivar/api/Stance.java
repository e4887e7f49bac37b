package dev.cultivar.api;

/** The side a statement takes on its topic, as a judge sees it. */
public enum Stance {
    PRO,
    CON,
    NEUTRAL
}
