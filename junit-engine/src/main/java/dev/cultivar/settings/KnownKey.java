package dev.cultivar.settings;

/**
 * A configuration key, as the reference describes it.
 *
 * @param name full key, for example {@code cultivar.responses}
 * @param type what its value must be
 * @param byDefault the value where nobody says, or in words where that depends
 * @param description what it does
 */
public record KnownKey(String name, String type, String byDefault, String description) {

    /** Whether {@code run} in {@code cultivar.yaml} takes it, without the prefix. */
    public boolean inYaml() {
        return Parameters.RUN_KEYS.contains(name);
    }
}
