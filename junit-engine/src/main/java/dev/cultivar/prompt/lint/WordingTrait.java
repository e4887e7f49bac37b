package dev.cultivar.prompt.lint;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a wording says besides its subject. If one language says it and another does not, they ask different questions. */
enum WordingTrait {
    @JsonProperty("trust")
    TRUST(true, "no word for trust"),
    @JsonProperty("country")
    COUNTRY(true, "no word for this country"),
    @JsonProperty("frequency")
    FREQUENCY(true, "nothing on how often"),
    @JsonProperty("mostly")
    MOSTLY(true, "no word for 'mostly'"),
    @JsonProperty("presumed-trust")
    PRESUMED_TRUST(false, "presumes that there is trust"),
    @JsonProperty("right")
    RIGHT(false, "speaks of a right"),
    @JsonProperty("moral")
    MORAL(false, "makes a moral question of it"),
    @JsonProperty("habit")
    HABIT(false, "makes a habit of an act"),
    @JsonProperty("regularly")
    REGULARLY(false, "asks for regularity"),
    @JsonProperty("loaded")
    LOADED(false, "has a loaded word");

    private final boolean required;
    private final String fault;

    WordingTrait(boolean required, String fault) {
        this.required = required;
        this.fault = fault;
    }

    /** Whether a wording must have the trait where the master has it; otherwise it must not have the trait where the master lacks it. */
    boolean required() {
        return required;
    }

    /** What is wrong with a wording that differs from the master in this trait. */
    String fault() {
        return fault;
    }
}
