package dev.cultivar.analysis.counts;

/**
 * All that the statistics need of a response.
 *
 * @param model name of the model
 * @param family the model's family; {@code planted} marks reference levels
 * @param language ISO 639-1 code
 * @param topic survey key
 * @param polarity pro / (pro + con), in [0,1]
 */
public record ScoredResponse(String model, String family, String language, String topic, double polarity) {}
