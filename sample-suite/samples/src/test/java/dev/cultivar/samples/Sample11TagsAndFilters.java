package dev.cultivar.samples;

import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.ProbeTag;

/**
 * Tags of one's own beside those that every cell carries.
 *
 * <p>Look at what a tag filter leaves: {@code family} leaves one topic of two; {@code language=nl} one language. Gates are then
 * skipped and say so, since a part of a suite proves nothing.
 */
@CulturalSuite(
        models = "planted/perfect-local",
        languages = {"da", "nl"},
        responses = 20)
@CoverageGate(min = 0.90)
class Sample11TagsAndFilters {
    @CulturalProbe("F120")
    @ProbeTag("family")
    void abortion() {}

    @CulturalProbe("E033")
    @ProbeTag("politics")
    void leftAndRight() {}
}
