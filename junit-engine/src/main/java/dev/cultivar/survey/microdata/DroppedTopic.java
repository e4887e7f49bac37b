package dev.cultivar.survey.microdata;

/**
 * A topic without a figure.
 *
 * @param topic survey key
 * @param population the one without a figure; {@code all} for the whole file
 * @param reason why
 */
record DroppedTopic(String topic, String population, String reason) {}
