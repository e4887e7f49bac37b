package dev.cultivar.policy;

import dev.cultivar.settings.Choice;

/** What happens to a build that asks no model because its tests are skipped. */
public enum NotMeasured implements Choice {
    /** The build says so and continues. */
    WARN,
    /** The build fails. */
    FAIL
}
