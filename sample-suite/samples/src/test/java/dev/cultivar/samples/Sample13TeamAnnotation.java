package dev.cultivar.samples;

import dev.cultivar.api.CulturalProbe;

/**
 * Suite, gates and tag come from an annotation of a team's own, {@link ReleaseStandard}.
 *
 * <p>Look at the verdicts: the class itself names no gate, and has three.
 */
@ReleaseStandard
class Sample13TeamAnnotation {
    @CulturalProbe(catalogue = "paper")
    void values() {}
}
