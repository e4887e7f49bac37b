package dev.cultivar.samples;

import dev.cultivar.api.AlignmentGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import dev.cultivar.api.ModelUnderTest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.List;
import java.util.function.Function;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.Prompt;

/**
 * What an application asks, asked here as it is: chat models of LangChain4j and of Spring AI. Planned only, as these two have nobody behind
 * them; yours come from their builders, with key, advisors and retrieval.
 *
 * <p>{@code version} is part of the key of stored answers: change it with whatever changes an answer.
 */
@CulturalSuite(languages = "da", responses = 300)
@AlignmentGate(min = 0.40)
class Sample18ChatModels {

    private final ChatModel ofLangChain4j = new ChatModel() {
        @Override
        public ChatResponse doChat(ChatRequest request) {
            return ChatResponse.builder().aiMessage(AiMessage.from("1. ...")).build();
        }
    };

    private final org.springframework.ai.chat.model.ChatModel ofSpringAi = new Echo();

    @ModelUnderTest(name = "langchain4j", version = "2026-11")
    Function<String, String> langChain4j() {
        return ofLangChain4j::chat;
    }

    @ModelUnderTest(name = "spring-ai", version = "2026-11")
    Function<String, String> springAi() {
        return ofSpringAi::call;
    }

    @CulturalProbe(catalogue = "wvs7")
    void values() {}

    /** Says what it was asked. */
    private static final class Echo implements org.springframework.ai.chat.model.ChatModel {
        @Override
        public org.springframework.ai.chat.model.ChatResponse call(Prompt prompt) {
            return new org.springframework.ai.chat.model.ChatResponse(
                    List.of(new Generation(new AssistantMessage(prompt.getContents()))));
        }
    }
}
