package dev.cultivar.model.http;

import dev.cultivar.provider.ChatRequest;
import dev.cultivar.provider.Sampling;
import dev.cultivar.provider.WireResponse;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Model settings that the endpoint refuses. After it has named one, that setting is never sent again. Safe for use by many threads. */
final class LeftOut {

    private final boolean allowed;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /** @param allowed whether anything may be left out */
    LeftOut(boolean allowed) {
        this.allowed = allowed;
    }

    /**
     * Whether the request can be sent again without the setting that the response refuses.
     *
     * @param asked the request as it was sent
     */
    boolean learn(WireResponse response, ChatRequest asked) {
        Optional<String> refused = allowed ? RefusedParameter.setting(response) : Optional.empty();
        boolean sent = refused.filter(name -> has(asked.sampling(), name)).isPresent();
        if (sent) {
            refused.ifPresent(names::add);
        }
        return sent;
    }

    private static boolean has(Sampling sampling, String name) {
        return switch (name) {
            case "temperature" -> sampling.temperature().isPresent();
            case "top-p" -> sampling.topP().isPresent();
            case "seed" -> sampling.seed().isPresent();
            case "reasoning" -> sampling.reasoning().isPresent();
            default -> false;
        };
    }

    /** The request's settings that are left out when it is sent. */
    SortedSet<String> of(ChatRequest request) {
        if (names.isEmpty()) {
            return Collections.emptySortedSet();
        }
        SortedSet<String> left = new TreeSet<>(names);
        left.removeIf(name -> !has(request.sampling(), name));
        return left;
    }

    ChatRequest without(ChatRequest request) {
        if (names.isEmpty()) {
            return request;
        }
        Sampling all = request.sampling();
        return new ChatRequest(
                request.messages(),
                new Sampling(
                        names.contains("temperature") ? OptionalDouble.empty() : all.temperature(),
                        names.contains("top-p") ? OptionalDouble.empty() : all.topP(),
                        all.maxTokens(),
                        names.contains("seed") ? OptionalLong.empty() : all.seed(),
                        names.contains("reasoning") ? Optional.empty() : all.reasoning(),
                        all.extraBody()),
                request.structure());
    }
}
