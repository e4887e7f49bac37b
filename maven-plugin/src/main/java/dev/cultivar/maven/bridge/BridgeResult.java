package dev.cultivar.maven.bridge;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the bridge returns, read by {@link BridgeKeys}. What it does not return is empty or 0.
 *
 * @param values from another class loader, so maps, lists, numbers and text
 */
public record BridgeResult(Map<String, Object> values) {

    public String text(String key) {
        Object value = values.get(key);
        return value == null ? "" : value.toString();
    }

    public long count(String key) {
        return values.get(key) instanceof Long count ? count : 0;
    }

    public List<?> list(String key) {
        return values.get(key) instanceof List<?> list ? list : List.of();
    }

    /** A list of text. */
    public List<String> texts(String key) {
        return texts(list(key));
    }

    /** A list of text for each name. */
    public SortedMap<String, List<String>> textsByName(String key) {
        SortedMap<String, List<String>> texts = new TreeMap<>();
        if (values.get(key) instanceof Map<?, ?> lists) {
            lists.forEach((name, list) -> texts.put(String.valueOf(name), texts((List<?>) list)));
        }
        return texts;
    }

    private static List<String> texts(List<?> list) {
        return list.stream().map(String::valueOf).toList();
    }
}
