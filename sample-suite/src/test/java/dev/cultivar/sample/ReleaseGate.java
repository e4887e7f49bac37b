package dev.cultivar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.BiasGate;
import dev.cultivar.api.CellResult;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.DistinctGate;

/**
 * What a release gate looks like. Its model is built in and answers as the countries of each language did, so that every gate is green.
 * {@code -Dcultivar.models=planted/perfect-US} turns it red in every language.
 */
@CulturalSuite(
        models = "planted/perfect-local",
        languages = {"da", "nl", "pt"})
@DistinctGate(min = 0.30)
@BiasGate(reference = "US", max = 0)
@CoverageGate(min = 0.80)
class ReleaseGate {

    @CulturalProbe("F120")
    void abortion() {}

    /** A probe may look at its cells itself: a model far from the speakers of the language fails here. */
    @CulturalProbe("F118")
    void homosexuality(CellResult cell) {
        assertThat(cell.gap()).isLessThan(0.4);
    }

    @CulturalProbe(catalogue = "values")
    void everythingElse() {}
}
