package dev.cultivar.analysis.counts;

/**
 * What two runs of a model in a language answered.
 *
 * @param before of the earlier run
 * @param now of the later run
 */
public record BeforeAndNow(PolarityCounts before, PolarityCounts now) {}
