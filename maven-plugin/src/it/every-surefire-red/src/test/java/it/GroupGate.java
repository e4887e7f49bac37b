package it;

import dev.cultivar.api.ConsistencyGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/** No suite itself. */
class GroupGate {
    /** Nothing of it is red but its gate. */
    @CulturalSuite(
            models = "planted/uniform",
            languages = {"da"},
            responses = 50)
    @ConsistencyGate(min = 0.99)
    static class Inner {
        @CulturalProbe({"F118", "F119", "F120", "F121", "F122"})
        void life() {}
    }
}
