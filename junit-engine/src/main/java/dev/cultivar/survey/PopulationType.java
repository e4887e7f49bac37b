package dev.cultivar.survey;

/** What unites the people of a population. */
public enum PopulationType {
    COUNTRY,
    LANGUAGE,
    GLOBAL,
    /** A group that a user defined by a column of the microdata. */
    GROUP,
    /** The countries of a language as one population: their unweighted mean. No table has rows of this type. */
    LOCAL
}
