package it;

import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/** Answers at random do not agree with each other, so its gate is red. */
@CulturalSuite(
        models = "planted/uniform",
        languages = {"da"},
        responses = 50)
@ConsistencyGate(min = 0.99)
class RedGate {
    @CulturalProbe({"F118", "F119", "F120", "F121", "F122"})
    void life() {}
}
