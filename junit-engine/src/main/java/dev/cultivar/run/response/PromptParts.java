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
 * Results of a cell's scored responses, by the parts of their prompts; parts without any scored response are absent.
 *
 * @param slots results by slot label, in the order of slots
 * @param templates results by template id, sorted
 */
public record PromptParts(Map<String, Part> slots, Map<String, Part> templates) {

    /** Nothing was scored. */
    public static final PromptParts NONE = new PromptParts(Map.of(), Map.of());

    /**
     * The result for prompts with one slot, or with one template.
     *
     * @param polarity mean polarity, in [0,1]
     * @param n number of responses
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
