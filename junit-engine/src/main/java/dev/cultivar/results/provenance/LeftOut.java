package dev.cultivar.results.provenance;

import java.util.List;

/**
 * What a suite's module declares and a run leaves out.
 *
 * @param suites of the module besides this one, by class name; those that ran are among the results
 * @param models that the suite names and a parameter left out
 * @param languages that the suite names and a parameter left out
 * @param topics whose probes are skipped, each with the reason
 * @param gates that a parameter narrowed or left out, as declared
 */
public record LeftOut(
        List<String> suites, List<String> models, List<String> languages, List<String> topics, List<String> gates) {

    /** Nothing. */
    public static final LeftOut NONE = new LeftOut(List.of(), List.of(), List.of(), List.of(), List.of());

    public LeftOut {
        suites = List.copyOf(suites);
        models = List.copyOf(models);
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
        gates = List.copyOf(gates);
    }
}
