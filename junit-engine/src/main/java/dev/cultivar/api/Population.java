package dev.cultivar.api;

import org.apiguardian.api.API;

/**
 * Names of populations for annotations. Besides these a gate may name any country ({@code "DK"}), language
 * ({@code "da"}) or group of the population table in use.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Population {

    /** Every country in which the language of the cell is native; one verdict for each. */
    public static final String LOCAL = "local";

    /** All speakers of the language of the cell. */
    public static final String LANGUAGE = "language";

    /** Everyone in the survey. */
    public static final String GLOBAL = "global";

    private Population() {}
}
