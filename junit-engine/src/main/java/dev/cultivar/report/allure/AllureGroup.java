package dev.cultivar.report.allure;

import dev.cultivar.results.GateRow;

/** The groups in which results are listed; what blocks a release comes first. Allure sorts by these names, or by when a test started. */
enum AllureGroup {
    FAIL("FAIL", 0),
    NOT_MEASURED("NOT MEASURED", 1),
    INCONCLUSIVE("INCONCLUSIVE", 2),
    NOT_DECIDED("NOT DECIDED", 3),
    NOT_COMPARED("NOT COMPARED", 4),
    PASS("PASS", 5);

    private final String label;
    private final int after;

    AllureGroup(String label, int after) {
        this.label = label;
        this.after = after;
    }

    static AllureGroup of(GateRow gate) {
        return switch (gate.verdict()) {
            case FAIL -> gate.wentUnmeasured() ? NOT_MEASURED : FAIL;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case PASS -> gate.uncompared() ? NOT_COMPARED : PASS;
        };
    }

    String label() {
        return label;
    }

    /** The start time of the group's results, in milliseconds after the start of the run. */
    int after() {
        return after;
    }
}
