package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.api.BiasGate;
import dev.cultivar.api.CulturalProbe;
import dev.cultivar.api.CulturalSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** A model that thinks as Danes and answers as Americans is American, whatever marks its thoughts. */
class ThoughtsRunTest extends AtLab {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @CulturalSuite(languages = "da", responses = 158)
    @BiasGate(reference = "US", max = 0)
    static class NearerToDanes {
        @CulturalProbe(catalogue = "wvs7")
        void everything() {}
    }

    @Test
    void danesAreNearerToDanes() {
        assertThat(failures(gate())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<think>\n%s\n</think>\n\n",
                "[THINK]\n%s\n[/THINK]\n\n",
                "◁think▷%s◁/think▷",
                "<|channel|>analysis<|message|>%s<|end|><|start|>assistant<|channel|>final<|message|>",
                "analysisJeg svarer:\n%s\nassistantfinal",
                "%s\n</reasoning>\n",
                "Thinking process:\n\n%s\n\nFinal answer:\n\n",
            })
    void americansAfterDanishThoughtsAreAmericans(String thoughts) {
        think(thoughts);
        EngineExecutionResults results = gate();
        assertThat(failures(results)).isPositive();
        assertThat(message(results)).contains("Bias of perfect", "FAIL").doesNotContain("AMBIGUOUS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{mull}}\n%s\n{{/mull}}\n\n", "Først tænker jeg:\n\n%s\n\nOg så:\n\n"})
    void whoseThoughtsCannotBeToldFromTheAnswerIsNotGreenEither(String thoughts) {
        think(thoughts);
        EngineExecutionResults results = gate();
        assertThat(failures(results)).isPositive();
        assertThat(message(results)).contains("AMBIGUOUS");
    }

    private EngineExecutionResults gate() {
        return run().with("cultivar.store", "memory").of(NearerToDanes.class);
    }

    private static long failures(EngineExecutionResults results) {
        return results.testEvents().failed().count();
    }

    private static String message(EngineExecutionResults results) {
        return results.testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .getThrowable()
                        .map(Throwable::getMessage)
                        .orElse(""))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    /** Puts what Danes say into a frame, and what Americans say after it. */
    private void think(String frame) {
        lab.instead = (request, answer) -> {
            try {
                ObjectNode asked = (ObjectNode) JSON.readTree(request);
                if (!asked.path("model").asText().equals("perfect-local")) {
                    return answer;
                }
                ObjectNode danish = (ObjectNode) JSON.readTree(answer);
                String american =
                        lab.ask(asked.put("model", "perfect-US").toString()).body();
                ObjectNode message = (ObjectNode) danish.path("choices").path(0).path("message");
                message.put(
                        "content",
                        frame.formatted(message.path("content").asText())
                                + JSON.readTree(american)
                                        .path("choices")
                                        .path(0)
                                        .path("message")
                                        .path("content")
                                        .asText());
                return danish.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        };
    }
}
