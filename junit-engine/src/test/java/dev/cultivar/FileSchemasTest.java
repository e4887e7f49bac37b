package dev.cultivar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.gate.Gate;
import dev.cultivar.policy.PolicyException;
import dev.cultivar.policy.PolicyFile;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.prompt.PromptException;
import dev.cultivar.settings.SettingsException;
import dev.cultivar.settings.SettingsFile;
import dev.cultivar.survey.Catalogue;
import dev.cultivar.survey.SurveyException;
import dev.cultivar.text.YamlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schemas of what users write say what the code says: of built-in files, of the documents' examples, and of mistakes. */
class FileSchemasTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path SAMPLES = Path.of("..", "sample-suite", "samples", "src", "test", "resources");
    private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @Test
    void builtInFilesAreOfTheirSchemas() throws IOException {
        assertThat(errors("catalogue", resource("/dev/cultivar/survey/catalogue.yaml")))
                .isEmpty();
        for (String language : PromptBooks.BUILT_IN) {
            assertThat(errors("language-file", resource("/dev/cultivar/prompt/" + language + ".yaml")))
                    .as(language)
                    .isEmpty();
        }
    }

    @Test
    void filesOfTheSamplesAreOfTheirSchemas() throws IOException {
        assertThat(errors("catalogue", Files.readString(SAMPLES.resolve("own-topics/topics.yaml"))))
                .isEmpty();
        assertThat(errors("language-file", Files.readString(SAMPLES.resolve("own-topics/prompts/en.yaml"))))
                .isEmpty();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<Path> settings = files.filter(
                            file -> file.getFileName().toString().endsWith(".yaml"))
                    .toList();
            assertThat(settings).hasSizeGreaterThan(3);
            for (Path file : settings) {
                assertThat(errors("cultivar", Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void examplesOfTheDocumentsAreOfTheirSchemas() throws IOException {
        int seen = 0;
        for (String document : List.of("providers.md", "operations.md", "guide/09-your-own-topics.md")) {
            Matcher blocks = YAML.matcher(Files.readString(DOCS.resolve(document)));
            while (blocks.find()) {
                JsonNode root = tree(blocks.group(1)).root();
                String schema = root.has("topics")
                        ? "catalogue"
                        : root.has("wordings")
                                ? "language-file"
                                : root.has("endpoints") || root.has("run") || root.has("models") ? "cultivar" : "";
                if (!schema.isEmpty()) {
                    assertThat(errors(schema, blocks.group(1)))
                            .as(document + ": " + blocks.group(1))
                            .isEmpty();
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lists: {}",
                "topics: {A: {pro: Yes.}}",
                "topics: {A: {pro: Yes., con: No., prro: x}}",
                "topics: {A: {pro: Yes., con: No., codes: 1, affirmative: [1]}}",
                "topics: {A: {pro: Yes., con: No., affirmative: [1]}}",
                "topics: {A: {pro: Yes., con: No., codes: 4}}",
                "topics: {A: {pro: '', con: No.}}",
                "topics: {A: yes}",
                "topics: {A: {pro: Yes., con: No., kind: opinion}}",
                "catalogues: {mine: F120}"
            })
    void aCatalogueThatTheCodeRefusesIsNotOfTheSchema(String yaml) throws IOException {
        assertThatThrownBy(() -> Catalogue.read(stream(yaml), "mine.yaml")).isInstanceOf(SurveyException.class);
        assertThat(errors("catalogue", yaml)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wordings: {}",
                "{language: en, langage: en}",
                "{language: en, reviewed: yes}",
                "{language: en, version: one}",
                "{language: en, wordings: {A: {claim-contra: x}}}",
                "{language: en, wordings: {A: [x, y]}}",
                "{language: en, templates: {t: 'Of {topic}.'}, wordings: {}}",
                "{language: xx, name: X, english-name: X, reviewed: no, version: 1, templates: {t: none}, wordings: {}}"
            })
    void aLanguageFileThatTheCodeRefusesIsNotOfTheSchema(String yaml) throws IOException {
        assertThatThrownBy(() -> PromptBooks.readOwn(stream(yaml), "mine.yaml")).isInstanceOf(PromptException.class);
        assertThat(errors("language-file", yaml)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{run: {respones: 3}}",
                "{endpoint: {}}",
                "{models: {m: {endpoint: e, temprature: 0}}}",
                "{endpoints: {e: {concurrency: many}}}",
                "{judge: {modell: x}}"
            })
    void settingsThatTheCodeRefusesAreNotOfTheSchema(String yaml) throws IOException {
        assertThatThrownBy(() -> SettingsFile.read(stream(yaml), "mine.yaml")).isInstanceOf(SettingsException.class);
        assertThat(errors("cultivar", yaml)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "modells: [m]",
                "models: m",
                "models: []",
                "models: ['']",
                "suites: ['it/Release Gate']",
                "topics: 0",
                "topics: many",
                "gates: {}",
                "gates: {distincd: 0.3}",
                "gates: {distinct: high}",
                "gates: {drift: 0.1}",
                "confidence: 95",
                "correction: bonferroni",
                "inconclusive: warn",
                "inconclusive: no",
                "replay: always",
                "replay: [abc]",
                "canary: 0",
                "canary: few",
                "max-age: 30",
                "max-age: 30 days",
                "not-measured: pass"
            })
    void aPolicyThatTheCodeRefusesIsNotOfTheSchema(String yaml) throws IOException {
        assertThatThrownBy(() -> PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8), Path.of("policy.yaml")))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("policy.yaml");
        assertThat(errors("cultivar-policy", yaml)).isNotEmpty();
    }

    @Test
    void thePolicyOfTheDocumentsIsOfItsSchemaAndNamesEveryKey() throws IOException {
        Matcher blocks = YAML.matcher(Files.readString(DOCS.resolve("security.md")));
        assertThat(blocks.find()).isTrue();
        String policy = blocks.group(1);

        assertThat(errors("cultivar-policy", policy)).isEmpty();
        assertThat(PolicyFile.read(policy.getBytes(StandardCharsets.UTF_8), Path.of("policy.yaml"))
                        .gates())
                .isNotEmpty();
        JsonNode schema = new ObjectMapper()
                .readTree(DOCS.resolve("cultivar-policy.schema.json").toFile());
        schema.path("properties").fieldNames().forEachRemaining(key -> assertThat(policy)
                .contains(key + ":"));
    }

    /** So that a new one cannot be forgotten there. */
    @Test
    void theSchemasNameEveryKindOfGateAndEveryStatistic() throws IOException {
        JsonNode policy = new ObjectMapper()
                .readTree(DOCS.resolve("cultivar-policy.schema.json").toFile());
        JsonNode results =
                new ObjectMapper().readTree(DOCS.resolve("results.schema.json").toFile());
        List<String> kinds = Arrays.stream(Gate.class.getPermittedSubclasses())
                .map(kind -> kind.getSimpleName().toLowerCase(Locale.ROOT))
                .toList();
        List<String> statistics =
                Arrays.stream(Statistic.values()).map(Statistic::label).toList();

        assertThat(policy.at("/properties/gates/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(results.at("/$defs/result/properties/statistic/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(statistics);
    }

    private static Set<ValidationMessage> errors(String schema, String yaml) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(DOCS.resolve(schema + ".schema.json")))
                .validate(tree(yaml).root());
    }

    private static YamlText tree(String yaml) throws IOException {
        return YamlText.read(stream(yaml), "yaml");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(FileSchemasTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
