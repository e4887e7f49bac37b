package dev.cultivar.engine.mistaken;

import dev.cultivar.api.CellResult;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.Skipped;

/** Suites that the engine must refuse. */
public final class MistakenSuites {

    private MistakenSuites() {}

    /** A mistyped topic. */
    @CulturalSuite(models = "planted/uniform", languages = "en")
    public static class UnknownTopic {
        @CulturalProbe("F12O")
        void abortion() {}
    }

    /** A list that is not there. */
    @CulturalSuite(models = "planted/uniform", languages = "en")
    public static class UnknownList {
        @CulturalProbe(catalogue = "wvs8")
        void all() {}
    }

    /** Nothing to ask. */
    @CulturalSuite(models = "planted/uniform", languages = "en", responses = 0)
    public static class NoResponses {
        @CulturalProbe("F120")
        void abortion() {}
    }

    /** A language without prompts. */
    @CulturalSuite(models = "planted/uniform", languages = "xx")
    public static class UnknownLanguage {
        @CulturalProbe("F120")
        void abortion() {}
    }

    /** A model without endpoint. */
    @CulturalSuite(models = "gpt-9", languages = "en")
    public static class UnknownModel {
        @CulturalProbe("F120")
        void abortion() {}
    }

    /** Probes, but no suite. */
    public static class NoSuite {
        @CulturalProbe("F120")
        void abortion() {}
    }

    /** A suite, but no probe. */
    @CulturalSuite(models = "planted/uniform", languages = "en")
    public static class NoProbe {}

    /** Nothing left to run. */
    @CulturalSuite(models = "planted/uniform", languages = "en")
    public static class OnlySkipped {
        @CulturalProbe("F120")
        @Skipped("later")
        void abortion() {}
    }

    /** Needs its outer class. */
    @CulturalSuite(models = "planted/uniform", languages = "en")
    @SuppressWarnings("ClassCanBeStatic")
    public class InnerClass {
        @CulturalProbe("F120")
        void abortion() {}
    }

    /** Cannot be made. */
    @CulturalSuite(models = "planted/uniform", languages = "en")
    public static class NoConstructor {
        private final int needed;

        NoConstructor(int needed) {
            this.needed = needed;
        }

        @CulturalProbe("F120")
        void abortion() {
            assert needed > 0;
        }
    }

    /** Every mistake that a method can have. */
    @CulturalSuite(models = "planted/uniform", languages = "en")
    public static class Methods {
        @CulturalProbe("F118")
        private void hidden() {}

        @CulturalProbe("F119")
        static void ofTheClass() {}

        @CulturalProbe("F120")
        int returning() {
            return 1;
        }

        @CulturalProbe("F121")
        void greedy(CellResult cell, String more) {}

        @CulturalProbe("F122")
        void strange(String text) {}

        @CulturalProbe
        void silent() {}
    }

    /** Two probes of one topic. */
    @CulturalSuite(models = "planted/uniform", languages = "en")
    public static class Twice {
        @CulturalProbe("F120")
        void first() {}

        @CulturalProbe("F120")
        void second() {}
    }

    /** With a probe that subclasses must give. */
    @CulturalSuite(models = "planted/uniform", languages = "en")
    public abstract static class Base {
        @CulturalProbe("F120")
        abstract void abortion();

        @CulturalProbe("F118")
        void homosexuality() {}
    }

    /** Loses the probe that it overrides. */
    public static class Lost extends Base {
        @Override
        void abortion() {}
    }

    /** A gate that the test's pipeline calls a contradiction. */
    @CulturalSuite(models = "planted/uniform", languages = "en")
    @CoverageGate(min = 1.5)
    public static class Gates {
        @CulturalProbe("F120")
        void abortion() {}
    }
}
