package dev.cultivar.results.provenance;

import java.util.List;

/**
 * What a suite's module declares but a run leaves out.
 *
 * @param suites the module's other suites, by class name; those that ran are among the results
 * @param models models that the suite names and a parameter left out
 * @param languages languages that the suite names and a parameter left out
 * @param topics topics whose probes are skipped, each with the reason
 * @param gates gates that a parameter narrowed or left out, as declared
 */
public record LeftOut(
        List<String> suites, List<String> models, List<String> languages, List<String> topics, List<String> gates) {

    /** Nothing is left out. */
    public static final LeftOut NONE = new LeftOut(List.of(), List.of(), List.of(), List.of(), List.of());

    public LeftOut {
        suites = List.copyOf(suites);
        models = List.copyOf(models);
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
        gates = List.copyOf(gates);
    }
}
