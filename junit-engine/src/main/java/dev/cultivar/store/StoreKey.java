package dev.cultivar.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.cultivar.io.Sha256;
import dev.cultivar.provider.ChatMessage;
import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.Sampling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The name of an answer: a digest of everything that determined it. Two requests have the same key exactly if their endpoint, model,
 * messages, sampling, required structure, versions and sample index are equal.
 *
 * @param hash SHA-256, 64 lower-case hexadecimal digits
 * @param kind whose answer it is
 * @param model the model's name on the wire, for statistics and error messages
 */
public record StoreKey(String hash, Kind kind, String model) {

    private static final ObjectMapper CANONICAL =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    /** Who was asked. */
    public enum Kind {
        /** A model under test. */
        ANSWER,
        /** The judge. */
        JUDGEMENT,
        /** Nobody: a record of the looks at a model's answers. It is not an answer, and is not counted as one. */
        LOOKS,
        /** A model under test, asked again only to see whether it is still the one that answered; counts in no run. */
        CANARY
    }

    public StoreKey {
        if (!isHash(hash)) {
            throw new IllegalArgumentException("a key is 64 hexadecimal digits, not \"" + hash + "\"");
        }
    }

    /**
     * The key of a request.
     *
     * @param endpoint its name as {@link EndpointName} gives it
     * @param model the name on the wire
     * @param request messages, sampling with its seed, and structure
     * @param version versions of template and wording, or of the judge's prompt
     * @param sample which of several equal requests, at least 0
     */
    public static StoreKey of(
            Kind kind, String endpoint, String model, ChatRequest request, String version, int sample) {
        Map<String, Object> parts = new TreeMap<>();
        parts.put("kind", kind.name());
        parts.put("endpoint", endpoint);
        parts.put("model", model);
        parts.put("messages", messages(request.messages()));
        parts.put("sampling", sampling(request.sampling()));
        request.structure()
                .ifPresent(s -> parts.put(
                        "structure", List.of(s.name(), s.schema(), s.means().name())));
        parts.put("version", version);
        parts.put("sample", sample);
        return new StoreKey(digest(parts), kind, model);
    }

    private static List<List<String>> messages(List<ChatMessage> messages) {
        return messages.stream().map(m -> List.of(m.role().name(), m.content())).collect(Collectors.toList());
    }

    private static Map<String, Object> sampling(Sampling sampling) {
        Map<String, Object> parts = new LinkedHashMap<>();
        sampling.temperature().ifPresent(t -> parts.put("temperature", t));
        sampling.topP().ifPresent(p -> parts.put("topP", p));
        sampling.maxTokens().ifPresent(n -> parts.put("maxTokens", n));
        sampling.seed().ifPresent(s -> parts.put("seed", s));
        sampling.reasoning().ifPresent(r -> parts.put("reasoning", r));
        parts.put("extraBody", sampling.extraBody());
        return parts;
    }

    private static String digest(Map<String, Object> parts) {
        try {
            return Sha256.of(CANONICAL.writeValueAsString(parts)).hex();
        } catch (JsonProcessingException e) {
            throw new StoreException(
                    "a request cannot be written as JSON, so it has no key: " + e.getOriginalMessage(), e);
        }
    }

    private static boolean isHash(String text) {
        return text.length() == 64 && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
