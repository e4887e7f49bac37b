package it;

import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import org.opentest4j.TestAbortedException;

/** Gives every cell up the first time, so that the suite is red as a whole; it would not be the second time. */
@CulturalSuite(models = "planted/perfect-DK", languages = {"da"}, responses = 2)
class GivenUpGate {
    private static boolean called;

    @CulturalProbe("F120")
    void givesUpOnce() {
        if (!called) {
            called = true;
            throw new TestAbortedException("not today");
        }
    }
}
