package it;

import dev.cultivar.api.CellResult;
import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/** Answers at random do not agree with each other, so one gate is red, and one is not; and a check fails. */
@CulturalSuite(
        models = "planted/uniform",
        languages = {"da"},
        responses = 50)
@ConsistencyGate(min = 0.99)
@CoverageGate(min = 0.1)
class RedGate {
    @CulturalProbe({"F118", "F119", "F120", "F121"})
    void life() {}

    @CulturalProbe("F122")
    void fails(CellResult cell) {
        throw new AssertionError("looked at " + cell.topic() + " and did not like it");
    }
}
