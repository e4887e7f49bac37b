package dev.cultivar.results;

import dev.cultivar.results.OwnChecks.FailedCheck;

/** An entry of {@code failedChecks[]}: an assertion of a probe method that did not hold for a cell. */
public record CheckRow(String suite, String topic, String model, String language, String message) {

    static CheckRow of(String suite, FailedCheck check) {
        return new CheckRow(
                suite, check.cell().topic(), check.cell().model(), check.cell().language(), check.message());
    }
}
