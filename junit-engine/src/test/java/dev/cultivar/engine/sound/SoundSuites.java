package dev.cultivar.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.api.CellResult;
import dev.cultivar.api.CoverageGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.ProbeTag;
import dev.cultivar.api.Skipped;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** Suites that the engine can run. */
public final class SoundSuites {

    private SoundSuites() {}

    /** Two topics, two models, two languages, and a gate in each language of each model. */
    @CulturalSuite(
            models = {"planted/uniform", "planted/fifty"},
            languages = {"da", "en"},
            responses = 20)
    @CoverageGate(min = 0.8)
    @ProbeTag("nightly")
    public static class TwoTopics {

        public static final List<String> CALLS = Collections.synchronizedList(new ArrayList<>());

        @CulturalProbe("F120")
        void abortion() {
            CALLS.add("abortion");
        }

        @CulturalProbe("F118")
        @ProbeTag("core values")
        void homosexuality(CellResult cell) {
            CALLS.add("homosexuality " + cell.model() + " " + cell.language() + " " + cell.scored());
        }
    }

    /** One cell and no gate. */
    @CulturalSuite(models = "planted/uniform", languages = "en", responses = 10)
    public static class OneCell {
        @CulturalProbe("F120")
        void abortion() {}
    }

    /** One cell and one gate. */
    @CulturalSuite(models = "planted/uniform", languages = "en", responses = 10)
    @CoverageGate(min = 0.8)
    public static class OneGate {
        @CulturalProbe("F120")
        void abortion() {}
    }

    /** One topic by name, the rest of a list by another probe. */
    @CulturalSuite(models = "planted/uniform", languages = "en")
    public static class WholeList {
        @CulturalProbe("F120")
        void abortion() {}

        @CulturalProbe(catalogue = "wvs7")
        void everythingElse() {}
    }

    /** A probe whose own check always fails. */
    @CulturalSuite(models = "planted/uniform", languages = "en", responses = 10)
    public static class OwnCheck {
        @CulturalProbe("F120")
        void abortion(CellResult cell) {
            assertThat(cell.polarity()).as("the user's own bound").isGreaterThan(2);
        }
    }

    /** A probe that looks at its cell and finds nothing, and one that does not look. */
    @CulturalSuite(models = "planted/uniform", languages = "en", responses = 20)
    public static class Looking {
        @CulturalProbe("F118")
        void homosexuality(CellResult cell) {
            assertThat(cell.polarity()).isLessThan(2);
        }

        @CulturalProbe("F120")
        void abortion() {}
    }

    /** A probe that gives up. */
    @CulturalSuite(models = "planted/uniform", languages = "en", responses = 10)
    public static class GivesUp {
        @CulturalProbe("F120")
        void abortion() {
            throw new TestAbortedException("not today");
        }
    }

    /** One of two probes is left out. */
    @CulturalSuite(models = "planted/uniform", languages = "en", responses = 10)
    @CoverageGate(min = 0.8)
    public static class OneSkipped {
        @CulturalProbe("F120")
        void abortion() {}

        @CulturalProbe("F118")
        @Skipped("its wordings are under review")
        void homosexuality() {}
    }

    /** Left out whole. */
    @CulturalSuite(models = "planted/uniform", languages = "en", responses = 10)
    @Skipped("no budget this week")
    public static class AllSkipped {
        @CulturalProbe("F120")
        void abortion() {}
    }

    /** A team's own annotation. */
    @CulturalSuite(
            models = "planted/uniform",
            languages = {"da", "en"},
            responses = 10)
    @CoverageGate(min = 0.8, languages = "da")
    @CoverageGate(min = 0.9, languages = "en")
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface ReleaseGate {}

    /** Gets all but its probe from the team's annotation. */
    @ReleaseGate
    public static class MetaAnnotated {
        @CulturalProbe("F120")
        void abortion() {}
    }

    /** A base class never runs by itself. */
    @CulturalSuite(models = "planted/uniform", languages = "en", responses = 10)
    @CoverageGate(min = 0.8)
    public abstract static class Base {
        @CulturalProbe("F120")
        void abortion() {}
    }

    /** Inherits annotation, gate and probe, and adds a probe. */
    public static class Derived extends Base {
        @CulturalProbe("F118")
        void homosexuality() {}
    }

    /** Groups suites and is none itself. */
    public static class Group {
        /** The group's only suite. */
        @CulturalSuite(models = "planted/uniform", languages = "en", responses = 10)
        public static class Inner {
            @CulturalProbe("F120")
            void abortion() {}
        }
    }
}
