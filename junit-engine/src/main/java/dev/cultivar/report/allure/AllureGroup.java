package dev.cultivar.report.allure;

import dev.cultivar.api.Verdict;

/** What results are listed under, what blocks a release first. Allure sorts by these names, or by when a test started. */
enum AllureGroup {
    FAIL("FAIL", 0),
    INCONCLUSIVE("INCONCLUSIVE", 1),
    NOT_DECIDED("NOT DECIDED", 2),
    PASS("PASS", 3);

    private final String label;
    private final int after;

    AllureGroup(String label, int after) {
        this.label = label;
        this.after = after;
    }

    static AllureGroup of(Verdict verdict) {
        return switch (verdict) {
            case FAIL -> FAIL;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case PASS -> PASS;
        };
    }

    String label() {
        return label;
    }

    /** When results of the group start, in milliseconds after the run did. */
    int after() {
        return after;
    }
}
