package dev.cultivar.results.baseline;

import java.util.List;

/** Why a model's answers in a language were added or kept as they were; facts only. */
public sealed interface RatchetReason {

    /** There was no baseline. */
    record NoBaseline() implements RatchetReason {}

    /** The baseline did not have it. */
    record NotInBaseline() implements RatchetReason {}

    /** The run does not have it. */
    record NotInRun() implements RatchetReason {}

    /** Some of the baseline's topics cannot be compared, so a move would loosen it. */
    record LostTopics(List<String> topics) implements RatchetReason {}

    /** No alignment can be compared. */
    record NoAlignment() implements RatchetReason {}

    /** Alignment is certainly lower with these populations. */
    record CertainlyLower(List<String> populations) implements RatchetReason {}

    /** Alignment is lower with these populations. */
    record Lower(List<String> populations) implements RatchetReason {}

    /** Shares of the planned responses that were scored, then and now. */
    record CoverageFell(double before, double now) implements RatchetReason {}

    /** Self-consistency is certainly below the baseline's. */
    record ConsistencyFell(double before) implements RatchetReason {}

    /** Bias towards a population is certainly above the baseline's. */
    record BiasRose(String population, double before) implements RatchetReason {}

    /** No alignment certainly rose. */
    record NoCertainRise() implements RatchetReason {}
}
