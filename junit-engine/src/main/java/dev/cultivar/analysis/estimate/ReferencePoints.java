package dev.cultivar.analysis.estimate;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What populations themselves would score in the model's place, so that a score and a threshold can be read: expectations, without an
 * interval, under as many responses a topic as the model has, each of ten respondents drawn from the population. A figure is null where it
 * is not defined.
 *
 * @param own the population that the statistic is about, no ceiling: answers that scatter less can score more; of a bias, the people of
 *     the language
 * @param reference the reference country; null where it is the population itself
 * @param world the mean of the countries of the world that are not the population's own
 * @param bestOther the one of these, the reference apart, that scores highest; null of a bias
 * @param bestOtherName its name
 * @param random answers at random
 */
public record ReferencePoints(
        @Nullable Double own,
        @Nullable Double reference,
        @Nullable Double world,
        @Nullable Double bestOther,
        @Nullable String bestOtherName,
        @Nullable Double random) {

    /** Less room than that above a threshold, and an interval of own people's answers seldom lies above it. */
    private static final double ROOM = 0.1;

    /** The same below the threshold of a bias: two to three standard errors of one from eight responses to each of 64 topics. */
    private static final double ROOM_OF_BIAS = 0.05;

    /** How a threshold fails to tell the population from others. */
    public enum Fault {
        /** Perfect respondents of the population itself miss it. */
        OWN_MISSES_IT,
        /** The reference country, the world or answers at random reach it. */
        OTHERS_REACH_IT,
        /** Perfect respondents of the population itself hardly reach it, so that a gate on it tells little. */
        OWN_HARDLY_REACHES_IT;

        /** Whether the threshold tells the population from others, if only just. */
        public boolean tells() {
            return this == OWN_HARDLY_REACHES_IT;
        }
    }

    /** Why a least score tells the population from others badly; null where it does, or where nothing is known. */
    public @Nullable Fault fault(double min) {
        if (own != null && own <= min) {
            return Fault.OWN_MISSES_IT;
        }
        Double others = othersReach();
        if (others != null && others >= min) {
            return Fault.OTHERS_REACH_IT;
        }
        return own != null && own - min < ROOM ? Fault.OWN_HARDLY_REACHES_IT : null;
    }

    /** Why a greatest bias tells the people of a language from those of the reference country badly; null as above. */
    public @Nullable Fault faultOfMost(double max) {
        if (own != null && own >= max) {
            return Fault.OWN_MISSES_IT;
        }
        if (reference != null && reference <= max) {
            return Fault.OTHERS_REACH_IT;
        }
        return own != null && max - own < ROOM_OF_BIAS ? Fault.OWN_HARDLY_REACHES_IT : null;
    }

    /** The most that the reference country, the world or answers at random reach: a least score above it tells the population from them. */
    public @Nullable Double othersReach() {
        return Stream.of(reference, world, random)
                .filter(Objects::nonNull)
                .max(Double::compare)
                .orElse(null);
    }
}
