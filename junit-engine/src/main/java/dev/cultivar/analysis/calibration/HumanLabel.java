package dev.cultivar.analysis.calibration;

import dev.cultivar.api.Stance;

/**
 * A statement and the stance that a person gave it.
 *
 * @param topic survey key
 * @param language ISO 639-1 code
 * @param statement untrusted text
 * @param stance the person's
 */
public record HumanLabel(String topic, String language, String statement, Stance stance) {}
