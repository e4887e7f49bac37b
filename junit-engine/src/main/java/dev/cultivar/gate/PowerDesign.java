package dev.cultivar.gate;

/**
 * How the variance of a gate's statistic comes about.
 *
 * @param units topics that it rests on
 * @param factor its variance in units of that of one alignment
 * @param shared part of the variance that more responses do not lower, in [0,1)
 * @param fisher whether it is symmetric on Fisher's z scale
 */
record PowerDesign(int units, double factor, double shared, boolean fisher) {}
