package dev.cultivar.settings;

import java.util.Locale;

/** A value of a setting that takes one of a few words: a constant of an enum, written in lower case with hyphens. */
public interface Choice {

    /** The constant's name. */
    String name();

    /** The name as users write it and as results show it. */
    default String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
