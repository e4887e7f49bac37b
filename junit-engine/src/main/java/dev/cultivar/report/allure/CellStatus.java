package dev.cultivar.report.allure;

import dev.cultivar.api.Outcome;
import dev.cultivar.gate.facts.Cause;
import dev.cultivar.run.response.CellRecord;

/**
 * How a cell ended, in Allure's terms. Red if its leaf is: it has no scored response, or the budget cut it short. An error takes
 * precedence over a spent budget.
 */
record CellStatus(String status, Cause cause) {

    static final CellStatus PASSED = new CellStatus("passed", Cause.NONE);

    static CellStatus of(CellRecord cell) {
        if (cell.scored() > 0) {
            return count(cell, Outcome.OVER_BUDGET) > 0 ? new CellStatus("skipped", Cause.BUDGET) : PASSED;
        }
        int provider = count(cell, Outcome.PROVIDER_ERROR);
        int judge = count(cell, Outcome.JUDGE_ERROR);
        if (provider + judge > 0) {
            return new CellStatus("broken", provider >= judge ? Cause.PROVIDER : Cause.JUDGE);
        }
        return count(cell, Outcome.OVER_BUDGET) > 0
                ? new CellStatus("skipped", Cause.BUDGET)
                : new CellStatus("failed", Cause.COVERAGE);
    }

    AllureGroup group() {
        return switch (cause) {
            case NONE -> AllureGroup.PASS;
            case PROVIDER, JUDGE, BUDGET -> AllureGroup.NOT_MEASURED;
            case INCONCLUSIVE, UNDECIDED -> AllureGroup.NOT_DECIDED;
            case VIOLATION, COVERAGE -> AllureGroup.FAIL;
        };
    }

    private static int count(CellRecord cell, Outcome outcome) {
        return cell.outcomes().getOrDefault(outcome, 0);
    }
}
