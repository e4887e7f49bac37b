package dev.cultivar.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.settings.ModelSettings;
import dev.cultivar.settings.SettingsFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/providers.md are usable as they stand. */
class ProviderExamplesTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("### ([^\\n]+)\\n[^`]*(?:`[^`\\n]+`[^`]*)*```yaml\\n(.*?)```", Pattern.DOTALL);

    static Map<String, String> examples() throws IOException {
        Map<String, String> examples = new TreeMap<>();
        EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "providers.md")))
                .results()
                .forEach(match -> examples.put(match.group(1), match.group(2)));
        return examples;
    }

    static java.util.Set<String> names() throws IOException {
        return examples().keySet();
    }

    @Test
    void thereIsOneForEveryProvider() throws IOException {
        assertThat(names())
                .contains(
                        "OpenAI",
                        "Azure OpenAI",
                        "Anthropic",
                        "Gemini",
                        "vLLM",
                        "Ollama",
                        "llama.cpp",
                        "LM Studio",
                        "TGI",
                        "OpenRouter",
                        "Mistral");
    }

    @ParameterizedTest
    @MethodSource("names")
    void itsModelsCanBeOpened(String name) throws IOException {
        // The certificate of the example is not here; all else is as written.
        String yaml = examples().get(name).replaceAll("\\n *ca: [^\\n]*", "");
        SettingsFile file = SettingsFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), name);

        assertThat(file.models()).isNotEmpty();
        try (ModelConnections connections =
                ModelConnections.open(file.endpoints().values(), variable -> "user:secret-value")) {
            for (ModelSettings model : file.models().values()) {
                assertThat(connections.model(model)).isNotNull();
            }
            file.judge().ifPresent(judge -> assertThat(connections.model(judge.model()))
                    .isNotNull());
        }
    }
}
