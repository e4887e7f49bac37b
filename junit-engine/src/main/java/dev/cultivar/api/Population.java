package dev.cultivar.api;

/**
 * Names of populations for annotations. Besides these a gate may name any country ({@code "DK"}), language
 * ({@code "da"}) or group of the population table in use.
 */
public final class Population {

    /** Every country in which the language of the cell is native; one verdict for each. */
    public static final String LOCAL = "local";

    /** All speakers of the language of the cell. */
    public static final String LANGUAGE = "language";

    /** Everyone in the survey. */
    public static final String GLOBAL = "global";

    private Population() {}
}
