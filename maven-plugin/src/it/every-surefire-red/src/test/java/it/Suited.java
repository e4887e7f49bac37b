package it;

import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/** Nothing of it is red but its gate; the build's pattern leaves it to the {@code @Suite}. */
@CulturalSuite(
        models = "planted/uniform",
        languages = {"da"},
        responses = 50)
@ConsistencyGate(min = 0.99)
class Suited {
    @CulturalProbe({"F118", "F119", "F120", "F121", "F122"})
    void life() {}
}
