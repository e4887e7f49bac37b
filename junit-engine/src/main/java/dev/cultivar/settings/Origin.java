package dev.cultivar.settings;

/** Who set a value; a later one overrides an earlier one. */
public enum Origin {
    DEFAULT,
    ANNOTATION,
    YAML,
    PARAMETER,
    /** Found in the build itself; nothing else can set it. */
    BUILD
}
