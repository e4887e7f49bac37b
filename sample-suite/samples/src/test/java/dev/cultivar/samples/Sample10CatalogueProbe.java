package dev.cultivar.samples;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * A list of the catalogue, and one topic of it that has a method of its own.
 *
 * <p>Look at the tree: {@code wvs7} takes every topic that no other probe names, so nothing is asked twice.
 */
@CulturalSuite(models = "planted/perfect-local", languages = "pt", responses = 152)
@AlignmentGate(min = 0.20)
class Sample10CatalogueProbe {
    @CulturalProbe("F120")
    void abortion() {}

    @CulturalProbe(catalogue = "wvs7")
    void everythingElse() {}
}
