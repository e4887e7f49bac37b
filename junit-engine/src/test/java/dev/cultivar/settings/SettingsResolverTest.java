package dev.cultivar.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsResolverTest {

    private static final String YAML = """
        endpoints:
          lab:
            base-url: https://models.example.org/v1/
            key-env: LAB_KEY
            concurrency: 4
            timeout: 90s
            headers:
              X-Team: cultivar
        models:
          big:
            endpoint: lab
            model: big-2026
            family: big
            temperature: 0.7
            capability: {da: 0.6, en: 0.8}
            price: {input: 1.5, output: 6}
            baseline: small
        judge:
          endpoint: lab
          model: judge-1
          reliability: 0.955
        run:
          languages: [da, en]
          responses: 120
        """;

    @Test
    void recordingWritesTheAnswersSoThatItIsRefusedWhereNoneMayBeSeen() {
        assertThatThrownBy(() -> resolve(
                        SuiteDefaults.NONE,
                        SettingsFile.NONE,
                        Map.of("cultivar.mode", "record", "cultivar.report.answers", "none")))
                .hasMessageContaining("Parameter cultivar.report.answers is 'none'")
                .hasMessageContaining("cultivar:store-export");
    }

    @Test
    void paidAnswersAreKeptOnDiskAndThoseOfBaselinesInMemory() {
        assertThat(resolve(SuiteDefaults.NONE, SettingsFile.NONE, Map.of()).setting(Settings.STORE))
                .isEqualTo(new Setting<>("memory", Origin.DEFAULT));
        assertThat(resolve(SuiteDefaults.NONE, SettingsFile.NONE, Map.of("cultivar.mode", "record"))
                        .setting(Settings.STORE))
                .isEqualTo(new Setting<>(".cultivar/responses.db", Origin.DEFAULT));
        SettingsFile file =
                SettingsFile.read(new ByteArrayInputStream(YAML.getBytes(StandardCharsets.UTF_8)), "cultivar.yaml");
        assertThat(resolve(SuiteDefaults.NONE, file, Map.of("cultivar.models", "big"))
                        .setting(Settings.STORE))
                .isEqualTo(new Setting<>(".cultivar/responses.db", Origin.DEFAULT));
        assertThat(resolve(SuiteDefaults.NONE, file, Map.of("cultivar.models", "big", "cultivar.basedir", "/home/me"))
                        .value(Settings.STORE))
                .isEqualTo("/home/me/.cultivar/responses.db");
    }

    @Test
    void theModulesOfABuildShareTheStoreThatNoSettingsFileNames() {
        Map<String, String> build =
                Map.of("cultivar.models", "big", "cultivar.basedir", "/build/module", "cultivar.root", "/build");
        Map<String, String> named = new java.util.HashMap<>(build);
        named.put("cultivar.store", "answers.db");

        assertThat(store(YAML, build)).isEqualTo("/build/.cultivar/responses.db");
        assertThat(store(YAML, named)).isEqualTo("/build/answers.db");
        assertThat(store(YAML + "  store: recorded.db\n", build)).isEqualTo("/build/module/recorded.db");
    }

    private static String store(String yaml, Map<String, String> parameters) {
        SettingsFile file =
                SettingsFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "cultivar.yaml");
        return resolve(SuiteDefaults.NONE, file, parameters).value(Settings.STORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"  mine: {endpoint: lab, family: planted}", "  planted: {endpoint: lab}"})
    void theFamilyOfBuiltInModelsIsTheirsAlone(String model) {
        String yaml = "endpoints:\n  lab: {base-url: https://models.example.org/v1}\nmodels:\n" + model + "\n";
        assertThatThrownBy(() -> SettingsFile.read(
                        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "cultivar.yaml"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("is of family 'planted', which is reserved for the built-in models");
    }

    @Test
    void nothingCanBeReplayedFromMemory() {
        assertThatThrownBy(() -> resolve(
                        SuiteDefaults.NONE,
                        SettingsFile.NONE,
                        Map.of("cultivar.mode", "replay", "cultivar.store", "memory")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("cultivar.mode is 'replay', but a store in memory holds nothing to replay");
    }

    @Test
    void aSuiteThatSaysNothingAsksBaselinesInTheFourLanguagesOfThePaper() {
        RunSettings settings = resolve(SuiteDefaults.NONE, SettingsFile.NONE, Map.of());

        assertThat(settings.models().value())
                .extracting(ModelSettings::name)
                .containsExactly("planted/perfect-local", "planted/uniform");
        assertThat(settings.value(Settings.LANGUAGES)).containsExactly("da", "nl", "en", "pt");
        assertThat(settings.setting(Settings.RESPONSES)).isEqualTo(new Setting<>(Optional.empty(), Origin.DEFAULT));
        assertThat(settings.judge().value().model().name()).isEqualTo("planted/judge");
        assertThat(settings.endpoints()).containsOnlyKeys("planted");
    }

    @Test
    void yamlOverridesTheAnnotationAndAParameterOverridesBoth() {
        SuiteDefaults annotation = new SuiteDefaults(List.of("planted/fifty"), List.of("nl"), 60, 7);
        SettingsFile yaml = file(YAML);

        RunSettings withYaml = resolve(annotation, yaml, Map.of());
        RunSettings withParameter = resolve(
                annotation, yaml, Map.of("cultivar.responses", "30", "cultivar.models", "big, planted/uniform"));

        assertThat(withYaml.models().origin()).isEqualTo(Origin.ANNOTATION);
        assertThat(withYaml.setting(Settings.SEED)).isEqualTo(new Setting<>(7L, Origin.ANNOTATION));
        assertThat(withYaml.setting(Settings.LANGUAGES)).isEqualTo(new Setting<>(List.of("da", "en"), Origin.YAML));
        assertThat(withYaml.setting(Settings.RESPONSES)).isEqualTo(new Setting<>(Optional.of(120), Origin.YAML));
        assertThat(withParameter.setting(Settings.RESPONSES))
                .isEqualTo(new Setting<>(Optional.of(30), Origin.PARAMETER));
        assertThat(withParameter.models().value())
                .extracting(ModelSettings::name)
                .containsExactly("big", "planted/uniform");
        assertThat(withParameter.endpoints()).containsOnlyKeys("lab", "planted");
    }

    @Test
    void anEndpointAndAModelAreReadAsWritten() {
        SettingsFile yaml = file(YAML);

        EndpointSettings lab = resolve(SuiteDefaults.NONE, yaml, Map.of("cultivar.models", "big"))
                .endpoints()
                .get("lab");
        ModelSettings big = yaml.models().get("big");

        assertThat(lab).isNotNull();
        assertThat(lab.baseUrl()).contains("https://models.example.org/v1");
        assertThat(lab.keyEnv()).contains("LAB_KEY");
        assertThat(lab.timeout()).hasSeconds(90);
        assertThat(lab.headers()).containsEntry("X-Team", "cultivar");
        assertThat(big.wireName()).isEqualTo("big-2026");
        assertThat(big.temperature()).hasValue(0.7);
        assertThat(big.capability()).containsEntry("da", 0.6);
        assertThat(big.baseline()).isEqualTo("small");
        assertThat(big.price()).contains(new ModelSettings.Price(1.5, 6, 1.5));
        assertThat(yaml.judge().orElseThrow().reliability()).hasValue(0.955);
    }

    @Test
    void aModelWithoutAnEndpointIsRefusedByName() {
        assertThatThrownBy(() ->
                        resolve(new SuiteDefaults(List.of("gpt-4o"), List.of(), -1, 1), SettingsFile.NONE, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("'gpt-4o'")
                .hasMessageContaining("cultivar.yaml");
    }

    @Test
    void theBuiltInJudgeIsNotLetNearARealModel() {
        SettingsFile withoutJudge = file(YAML.replaceAll("(?s)judge:.*?run:", "run:"));

        assertThatThrownBy(() -> resolve(SuiteDefaults.NONE, withoutJudge, Map.of("cultivar.models", "big")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("built-in judge")
                .hasMessageContaining("big");
    }

    @Test
    void aValueThatCannotBeNamesItsPlaceAndWhatIsAllowed() {
        assertThatThrownBy(() -> resolve(SuiteDefaults.NONE, SettingsFile.NONE, Map.of("cultivar.responses", "many")))
                .hasMessage("Parameter cultivar.responses is 'many'; it must be a whole number from 1 to 10000000.");
        assertThatThrownBy(() -> resolve(SuiteDefaults.NONE, SettingsFile.NONE, Map.of("cultivar.confidence", "NaN")))
                .isInstanceOf(SettingsException.class);
        assertThatThrownBy(() -> resolve(SuiteDefaults.NONE, SettingsFile.NONE, Map.of("cultivar.correction", "maybe")))
                .hasMessage("Parameter cultivar.correction is 'maybe'; it must be one of holm, bh, none.");
        assertThatThrownBy(() -> resolve(SuiteDefaults.NONE, SettingsFile.NONE, Map.of("cultivar.mode", "offline")))
                .hasMessage("Parameter cultivar.mode is 'offline'; it must be one of live, record, replay, refresh.");
        assertThatThrownBy(() -> resolve(SuiteDefaults.NONE, file("run:\n  inconclusive: ignore\n"), Map.of()))
                .hasMessage("cultivar.yaml: run.inconclusive is 'ignore'; it must be one of fail, pass.");
        assertThatThrownBy(() -> resolve(SuiteDefaults.NONE, SettingsFile.NONE, Map.of("cultivar.progress", "50ms")))
                .hasMessage("Parameter cultivar.progress is '50ms'; it must be off, or a span of at least a second such"
                        + " as 30s or 5m.");
        assertThatThrownBy(() -> resolve(SuiteDefaults.NONE, SettingsFile.NONE, Map.of("cultivar.print", "yes")))
                .hasMessage(
                        "Parameter cultivar.print is 'yes'; it must be any of all, figures, verdicts, separated by commas.");
        assertThatThrownBy(() ->
                        resolve(SuiteDefaults.NONE, SettingsFile.NONE, Map.of("cultivar.require", "telling,fair")))
                .hasMessage("Parameter cultivar.require is 'telling,fair'; it must be any of telling,"
                        + " independent-judge, calibration, separated by commas.");
        assertThatThrownBy(() -> resolve(SuiteDefaults.NONE, SettingsFile.NONE, Map.of("cultivar.languages", "da,da")))
                .hasMessageContaining("has duplicates");
    }

    @Test
    void anUnknownKeyInTheFileIsRefusedWithItsPath() {
        assertThatThrownBy(() -> file("endpoints:\n  lab:\n    base-ulr: http://localhost\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(
                        "cultivar.yaml: 'endpoints.lab' has no key 'base-ulr'; its keys are base-url, ");
        assertThatThrownBy(() -> file("modles:\n"))
                .hasMessageStartingWith(
                        "cultivar.yaml: the file has no key 'modles'; its keys are endpoints, judge, models");
        assertThatThrownBy(() -> file("run:\n  reponses: 3\n"))
                .hasMessageContaining("'reponses'")
                .hasMessageContaining("responses");
        assertThatThrownBy(() -> file("endpoints: [")).isInstanceOf(SettingsException.class);
    }

    @Test
    void anEmptyFileSaysNothing() {
        assertThat(file("# nothing yet\n")).isEqualTo(SettingsFile.NONE);
    }

    @Test
    void aNamedFileThatIsNotThereIsToldWithThePathToCheck() {
        assertThatThrownBy(() -> SettingsFile.named(Path.of("nowhere", "cultivar.yaml")))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "Settings file %s cannot be read (NoSuchFileException). Check the path given as cultivar.config."
                                .formatted(Path.of("nowhere", "cultivar.yaml")));
    }

    @Test
    void theOutputIsAFolder() {
        assertThat(resolve(SuiteDefaults.NONE, SettingsFile.NONE, Map.of("cultivar.output", "out/x"))
                        .setting(Settings.OUTPUT))
                .isEqualTo(new Setting<>(Path.of("out/x"), Origin.PARAMETER));
    }

    private static RunSettings resolve(SuiteDefaults annotation, SettingsFile file, Map<String, String> parameters) {
        return SettingsResolver.resolve(annotation, file, key -> Optional.ofNullable(parameters.get(key)));
    }

    private static SettingsFile file(String yaml) {
        return SettingsFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "cultivar.yaml");
    }
}
