package dev.cultivar.run.response;

import dev.cultivar.api.Outcome;
import dev.cultivar.prompt.Slot;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the scored responses of a cell came to by the parts of their prompts; parts of which nothing was scored are absent.
 *
 * @param slots by the label of their slot, in the order of slots
 * @param templates by the id of their template, sorted
 */
public record PromptParts(Map<String, Part> slots, Map<String, Part> templates) {

    /** Nothing was scored. */
    public static final PromptParts NONE = new PromptParts(Map.of(), Map.of());

    /**
     * Of the responses to prompts with one slot, or with one template.
     *
     * @param polarity their mean, in [0,1]
     * @param n how many they are
     */
    public record Part(double polarity, int n) {}

    public PromptParts {
        slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
        templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
    }

    static PromptParts of(List<ResponseRecord> responses) {
        Map<String, Part> slots = by(response -> response.slot().label(), responses);
        Map<String, Part> inOrder = new LinkedHashMap<>();
        Arrays.stream(Slot.values()).map(Slot::label).forEach(label -> {
            Part part = slots.get(label);
            if (part != null) {
                inOrder.put(label, part);
            }
        });
        return new PromptParts(inOrder, by(ResponseRecord::template, responses));
    }

    private static Map<String, Part> by(Function<ResponseRecord, String> name, List<ResponseRecord> responses) {
        return responses.stream()
                .filter(response -> response.outcome() == Outcome.SCORED)
                .collect(Collectors.groupingBy(
                        name,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.summarizingDouble(ResponseRecord::polarity),
                                sum -> new Part(sum.getAverage(), Math.toIntExact(sum.getCount())))));
    }
}
