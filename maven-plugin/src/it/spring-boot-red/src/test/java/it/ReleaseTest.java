package it;

import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/** Answers at random do not agree with each other: nothing is red but the gate. */
@CulturalSuite(
        models = "planted/uniform",
        languages = {"da"},
        responses = 50)
@ConsistencyGate(min = 0.99)
class ReleaseTest {
    @CulturalProbe({"F118", "F119", "F120", "F121", "F122"})
    void life() {}
}
