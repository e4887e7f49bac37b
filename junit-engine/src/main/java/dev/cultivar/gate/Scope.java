package dev.cultivar.gate;

import java.util.List;

/**
 * Models and languages that a gate holds for.
 *
 * @param models names; empty for all of the suite
 * @param languages codes; empty for all of the suite
 */
public record Scope(List<String> models, List<String> languages) {

    /** All models and languages of the suite. */
    public static final Scope ALL = new Scope(List.of(), List.of());

    public Scope {
        models = List.copyOf(models);
        languages = List.copyOf(languages);
    }

    /** The scope as written in an annotation. */
    public static Scope of(String[] models, String[] languages) {
        return new Scope(List.of(models), List.of(languages));
    }
}
