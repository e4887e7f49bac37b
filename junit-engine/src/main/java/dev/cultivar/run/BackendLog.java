package dev.cultivar.run;

import dev.cultivar.provider.ModelResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What endpoints say they are, each name once: {@code model} or {@code model@fingerprint}. */
final class BackendLog {

    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

    void add(String model, ModelResponse response) {
        response.reportedModel().ifPresent(name -> seen.computeIfAbsent(model, key -> ConcurrentHashMap.newKeySet())
                .add(name + response.fingerprint().map(print -> "@" + print).orElse("")));
    }

    SortedMap<String, List<String>> seen() {
        SortedMap<String, List<String>> sorted = new TreeMap<>();
        seen.forEach((model, names) -> sorted.put(model, names.stream().sorted().toList()));
        return sorted;
    }
}
