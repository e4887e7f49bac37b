package it;

import dev.cultivar.api.CellResult;
import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * Answers at random do not agree with each other, so one gate is red, and one is not; and a check
 * fails when it is made for the first time, as one of a model that answers otherwise each time.
 */
@CulturalSuite(
        models = "planted/uniform",
        languages = {"da"},
        responses = 50)
@ConsistencyGate(min = 0.99)
@CoverageGate(min = 0.1)
class FailingGate {
    private static boolean called;

    @CulturalProbe({"F118", "F119", "F120", "F121"})
    void life() {}

    @CulturalProbe("F122")
    void failsOnce(CellResult cell) {
        if (!called) {
            called = true;
            throw new AssertionError("looked at " + cell.topic() + " and did not like it");
        }
    }
}
