package dev.cultivar.run;

import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.prompt.Prompt;

/** The seed that goes with one prompt: a hash of the run's seed and the prompt's place, the same for every model. */
final class SampleSeed {

    private SampleSeed() {}

    /** A value in [0, 2^31), which every endpoint takes. */
    @SuppressWarnings("EnumOrdinal") // slots are numbered in the questionnaire's order
    static long of(long runSeed, PlannedPrompt planned) {
        Prompt prompt = planned.prompt();
        long hash = mix(runSeed);
        hash = mix(hash ^ prompt.language().hashCode());
        hash = mix(hash ^ prompt.topic().hashCode());
        hash = mix(hash ^ prompt.template().hashCode());
        hash = mix(hash ^ prompt.slot().ordinal());
        hash = mix(hash ^ planned.sample());
        return hash >>> 33;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
