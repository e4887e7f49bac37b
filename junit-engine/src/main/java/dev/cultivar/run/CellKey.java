package dev.cultivar.run;

/** One topic x model x language. */
public record CellKey(String topic, String model, String language) {}
