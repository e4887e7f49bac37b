package dev.cultivar.policy;

import dev.cultivar.settings.Choice;

/** What becomes of a build that asks no model because its tests are skipped. */
public enum NotMeasured implements Choice {
    /** It says so, and goes on. */
    WARN,
    /** It is red. */
    FAIL
}
