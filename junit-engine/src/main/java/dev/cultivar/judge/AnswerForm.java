package dev.cultivar.judge;

import dev.cultivar.provider.ChatRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the judge is asked to format its answer, best first. */
enum AnswerForm {
    RESPONSE_FORMAT(ChatRequest.Means.RESPONSE_FORMAT),
    TOOL_CALL(ChatRequest.Means.TOOL_CALL),
    TEXT(null);

    private final ChatRequest.@Nullable Means demand;

    AnswerForm(ChatRequest.@Nullable Means demand) {
        this.demand = demand;
    }

    /** How the endpoint is asked for this form; empty where only the prompt's words ask for it. */
    Optional<ChatRequest.Means> means() {
        return Optional.ofNullable(demand);
    }

    Optional<AnswerForm> next() {
        return switch (this) {
            case RESPONSE_FORMAT -> Optional.of(TOOL_CALL);
            case TOOL_CALL -> Optional.of(TEXT);
            case TEXT -> Optional.empty();
        };
    }
}
