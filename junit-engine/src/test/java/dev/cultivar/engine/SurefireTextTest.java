package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.text.Fuzz;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

/** What Surefire prints, and writes into its XML as it is: names, messages with their traces, reasons and figures. */
class SurefireTextTest extends AtLab {

    private static final String HOSTILE =
            "no\u001B[2J such\u009B31m \u001B]0;title\u0007model\u0085\u2028\u202E\u0000 ]]> in";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void anErrorOfTheEndpointReachesItCleaned() throws IOException {
        lab.status = request -> 400;
        lab.instead = (request, answer) -> json(Map.of("error", Map.of("message", HOSTILE, "type", HOSTILE)));

        assertThat(texts(run().of(Suite.class)))
                .anySatisfy(text -> assertThat(text).contains("such"))
                .allMatch(Fuzz::isClean);
        assertThat(files()).isNotEmpty().allMatch(Fuzz::isClean);
    }

    @Test
    void whatAModelSaysAndWhatItSaysThatItIsReachesItCleaned() throws IOException {
        lab.tamper = changed(reply -> {
            reply.put("model", HOSTILE).put("system_fingerprint", HOSTILE);
            ObjectNode message = (ObjectNode) reply.at("/choices/0/message");
            if (message.path("content").asText().startsWith("1.")) {
                message.put("content", HOSTILE + message.path("content").asText());
            }
            return reply;
        });
        texts(run().of(Suite.class));
        lab.tamper = changed(reply -> reply.put("model", "another " + HOSTILE));

        assertThat(texts(run().of(Suite.class)))
                .anySatisfy(text -> assertThat(text).contains("another"))
                .allMatch(Fuzz::isClean);
        assertThat(files()).isNotEmpty().allMatch(Fuzz::isClean);
    }

    private static UnaryOperator<String> changed(UnaryOperator<ObjectNode> change) {
        return answer -> {
            try {
                return change.apply((ObjectNode) JSON.readTree(answer)).toString();
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(EngineExecutionResults results) {
        List<String> texts = new ArrayList<>();
        for (Event event : results.allEvents().list()) {
            texts.add(event.getTestDescriptor().getDisplayName());
            texts.add(event.getTestDescriptor().getLegacyReportingName());
            texts.add(event.getTestDescriptor().getUniqueId().toString());
            event.getPayload(String.class).ifPresent(texts::add);
            event.getPayload(ReportEntry.class)
                    .ifPresent(entry -> texts.add(entry.getKeyValuePairs().toString()));
            event.getPayload(TestExecutionResult.class)
                    .flatMap(TestExecutionResult::getThrowable)
                    .ifPresent(failure -> {
                        StringWriter trace = new StringWriter();
                        failure.printStackTrace(new PrintWriter(trace));
                        texts.add(trace.toString());
                    });
        }
        return texts;
    }

    private List<String> files() throws IOException {
        List<String> texts = new ArrayList<>();
        try (var files = Files.walk(folder.resolve("out"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
