package dev.cultivar.report.allure;

import dev.cultivar.api.Verdict;

/** What results are listed under, what blocks a release first. Allure sorts by these names, or by when a test started. */
enum AllureGroup {
    FAIL("FAIL"),
    INCONCLUSIVE("INCONCLUSIVE"),
    NOT_DECIDED("NOT DECIDED"),
    PASS("PASS");

    private final String label;

    AllureGroup(String label) {
        this.label = label;
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
        return ordinal();
    }
}
