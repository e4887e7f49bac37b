package dev.cultivar.samples;

import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;

/**
 * Suites inside a class that is no suite itself: the class groups them.
 *
 * <p>Look at the tree: the group is its root. Every suite keeps models, languages and gates of its own; each must be static.
 */
class Sample14NestedGroups {

    @CulturalSuite(models = "planted/perfect-DK", languages = "da", responses = 60)
    @CoverageGate(min = 0.90)
    static class Danish {
        @CulturalProbe({"F118", "F119", "F120", "F121", "F122"})
        void values() {}
    }

    @CulturalSuite(models = "planted/perfect-NL", languages = "nl", responses = 60)
    @CoverageGate(min = 0.90)
    static class Dutch {
        @CulturalProbe({"F118", "F119", "F120", "F121", "F122"})
        void values() {}
    }
}
