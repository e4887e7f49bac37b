package dev.cultivar.settings;

/**
 * A value and who set it.
 *
 * @param value the value in force
 * @param origin who set it
 */
public record Setting<T>(T value, Origin origin) {}
