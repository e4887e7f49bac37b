package dev.cultivar.gate.facts;

/**
 * The earlier run that a gate compares with.
 *
 * @param file path of the baseline
 * @param model of the baseline
 * @param required whether the gate fails if that run is missing
 */
public record EarlierRun(String file, String model, boolean required) {

    /** @param named model of the baseline; empty for the one with the same name */
    public static EarlierRun of(String file, String named, String model, boolean required) {
        return new EarlierRun(file, named.isEmpty() ? model : named, required);
    }
}
