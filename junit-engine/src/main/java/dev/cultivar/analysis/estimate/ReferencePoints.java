package dev.cultivar.analysis.estimate;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What populations themselves would score in the model's place, as a yardstick for a score and a threshold. These are expectations,
 * without an interval, for as many responses per topic as the model has, each from ten respondents drawn from the population. An
 * undefined figure is null.
 *
 * @param own the population that the statistic is about. It is no ceiling: answers that scatter less can score more. For a bias, the
 *     people of the language
 * @param reference the reference country; null where it is the population itself
 * @param world the mean of the countries of the world other than the population's own
 * @param bestOther the highest score among these countries, the reference apart; null for a bias
 * @param bestOtherName the country with that score
 * @param random answers at random
 */
public record ReferencePoints(
        @Nullable Double own,
        @Nullable Double reference,
        @Nullable Double world,
        @Nullable Double bestOther,
        @Nullable String bestOtherName,
        @Nullable Double random) {

    /** With less room above a threshold, an interval of own people's answers seldom lies above it. */
    private static final double ROOM = 0.1;

    /** The same room below the threshold of a bias: two to three standard errors of a bias from eight responses to each of 64 topics. */
    private static final double ROOM_OF_BIAS = 0.05;

    /** How a threshold fails to tell the population from others. */
    public enum Fault {
        /** Perfect respondents of the population itself miss it. */
        OWN_MISSES_IT,
        /** The reference country, the world or answers at random reach it. */
        OTHERS_REACH_IT,
        /** Perfect respondents of the population itself hardly reach it, so a gate on it tells little. */
        OWN_HARDLY_REACHES_IT;

        /** Whether the threshold tells the population from others, if only just. */
        public boolean tells() {
            return this == OWN_HARDLY_REACHES_IT;
        }
    }

    /**
     * Why a least score fails to tell the population from others, or tells it only just; null where it tells it well, or where nothing is
     * known.
     */
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

    /** The same for a greatest bias, and the people of a language against those of the reference country. */
    public @Nullable Fault faultOfMost(double max) {
        if (own != null && own >= max) {
            return Fault.OWN_MISSES_IT;
        }
        if (reference != null && reference <= max) {
            return Fault.OTHERS_REACH_IT;
        }
        return own != null && max - own < ROOM_OF_BIAS ? Fault.OWN_HARDLY_REACHES_IT : null;
    }

    /**
     * The highest score of the reference country, the world and answers at random: a least score above it tells the population from all
     * of them.
     */
    public @Nullable Double othersReach() {
        return Stream.of(reference, world, random)
                .filter(Objects::nonNull)
                .max(Double::compare)
                .orElse(null);
    }
}
