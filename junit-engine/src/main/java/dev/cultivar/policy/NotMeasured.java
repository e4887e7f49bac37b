package dev.cultivar.policy;

import dev.cultivar.settings.Choice;

/** What a build is that asks nobody, as its tests are skipped. */
public enum NotMeasured implements Choice {
    /** It says so, and goes on. */
    WARN,
    /** It is red. */
    FAIL
}
