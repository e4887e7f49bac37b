package dev.cultivar.run.plan;

/** One model in one language. */
public record SampleKey(String model, String language) {}
