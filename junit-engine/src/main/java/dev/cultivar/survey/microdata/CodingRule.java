package dev.cultivar.survey.microdata;

/** What happens to a topic's neutral codes. */
public enum CodingRule {
    /** They count as not in favour, as in the paper's release. */
    PUBLISHED,
    /** They count as no answer. */
    DROP_NEUTRAL
}
