package dev.cultivar.run;

import dev.cultivar.provider.ModelResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What endpoints say they are, each name once: {@code model} or {@code model@fingerprint}; and without which settings they were asked, as
 * they refuse them.
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

    /** The name of whoever gave a response; empty where it says nothing of itself. */
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
