package dev.cultivar.run.plan;

/** One topic x model x language. */
public record CellKey(String topic, String model, String language) {}
