package dev.cultivar.api;

import org.apiguardian.api.API;

/**
 * Names of populations for annotations. Besides these a gate may name any country ({@code "DK"}), language
 * ({@code "da"}) or group of the population table in use.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Population {

    /**
     * The countries of the cell's language, those in which most of the survey was held in it, as one population: their unweighted mean,
     * without the United States. If there is only one such country, that country.
     */
    public static final String LOCAL = "local";

    /** All speakers of the language of the cell, wherever they live: of English, more than half are in the United States. */
    public static final String LANGUAGE = "language";

    /** Everyone in the survey. */
    public static final String GLOBAL = "global";

    private Population() {}
}
