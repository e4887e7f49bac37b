package dev.cultivar.gate.facts;

/**
 * What a gate compares with.
 *
 * @param file path of the baseline
 * @param model of the baseline
 * @param required whether it fails where that is missing
 */
public record EarlierRun(String file, String model, boolean required) {

    /** @param named model of the baseline; empty for the one of the same name */
    public static EarlierRun of(String file, String named, String model, boolean required) {
        return new EarlierRun(file, named.isEmpty() ? model : named, required);
    }
}
