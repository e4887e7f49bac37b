package dev.cultivar.settings;

import java.util.OptionalDouble;

/**
 * Who labels the statements: the entry {@code judge} of {@code cultivar.yaml}, or the planted judge.
 *
 * @param model the judge's model and how it samples
 * @param reliability what self-consistency is divided by (Charles 2005), in (0,1]; 0.955 for the paper's judge
 * @param calibration path of a result of {@code cultivar:calibrate}; empty for an uncalibrated judge
 */
public record JudgeSettings(ModelSettings model, OptionalDouble reliability, String calibration) {}
