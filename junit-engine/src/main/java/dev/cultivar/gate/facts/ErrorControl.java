package dev.cultivar.gate.facts;

/**
 * How the gates of a suite share one error level.
 *
 * @param correction label of the multiplicity control
 * @param gates number of gates that have an interval
 * @param confidence of the suite, in (0,1)
 */
public record ErrorControl(String correction, int gates, double confidence) {}
