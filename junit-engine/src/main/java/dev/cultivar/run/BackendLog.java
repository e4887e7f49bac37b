package dev.cultivar.run;

import dev.cultivar.provider.ModelResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names that endpoints give themselves, each once: {@code model} or {@code model@fingerprint}. Also the settings that requests left
 * out because the endpoint refuses them.
 */
final class BackendLog {

    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

    void add(String model, ModelResponse response) {
        String left = response.leftOut().isEmpty() ? "" : " without " + String.join(", ", response.leftOut());
        if (response.reportedModel().isPresent() || !left.isEmpty()) {
            String name = response.reportedModel().isPresent() ? name(response) : model + name(response);
            seen.computeIfAbsent(model, key -> ConcurrentHashMap.newKeySet()).add(name + left);
        }
    }

    /** The name of the backend that gave a response; empty if it does not name itself. */
    static String name(ModelResponse response) {
        return response.reportedModel().orElse("")
                + response.fingerprint().map(print -> "@" + print).orElse("");
    }

    SortedMap<String, List<String>> seen() {
        SortedMap<String, List<String>> sorted = new TreeMap<>();
        seen.forEach((model, names) -> sorted.put(model, names.stream().sorted().toList()));
        return sorted;
    }
}
