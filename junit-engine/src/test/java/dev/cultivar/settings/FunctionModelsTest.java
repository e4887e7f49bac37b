package dev.cultivar.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FunctionModelsTest {

    private static final String JUDGE =
            "endpoints: {lab: {base-url: \"http://h/v1\"}}\njudge: {endpoint: lab, model: j}\n";
    private static final SuiteDefaults SUITE =
            new SuiteDefaults(List.of("big"), List.of(), -1, 1, Map.of("chain", "demo.Gate.chain@3"));

    private static RunSettings resolve(SuiteDefaults suite, String yaml) {
        SettingsFile file = SettingsFile.read(
                new ByteArrayInputStream((JUDGE + yaml).getBytes(StandardCharsets.UTF_8)), "cultivar.yaml");
        return SettingsResolver.resolve(suite, file, name -> Optional.empty());
    }

    @Test
    void theSuiteAsksItsMethodsBesideTheModelsThatItNames() {
        RunSettings settings = resolve(SUITE, "models: {big: {endpoint: lab}}");
        assertThat(settings.models().value())
                .extracting(ModelSettings::name, ModelSettings::wireName)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("big", "big"),
                        org.assertj.core.groups.Tuple.tuple("chain", "demo.Gate.chain@3"));
        assertThat(settings.endpoints().get("jvm").provider()).isEqualTo("function");
    }

    @Test
    void theFileMaySayMoreOfAMethod() {
        RunSettings settings = resolve(
                SUITE,
                "models: {big: {endpoint: lab}, chain: {endpoint: jvm, family: gpt, price: {input: 1, output: 2}}}");
        ModelSettings chain = settings.models().value().get(1);
        assertThat(chain.wireName()).isEqualTo("demo.Gate.chain@3");
        assertThat(chain.family()).isEqualTo("gpt");
        assertThat(chain.price()).isPresent();
    }

    @Test
    void twoThingsOfOneNameAreAMistake() {
        assertThatThrownBy(() -> resolve(SUITE, "models: {big: {endpoint: lab}, chain: {endpoint: lab}}"))
                .hasMessageContaining("'chain' is a method of the suite")
                .hasMessageContaining("endpoint 'lab'");
    }

    @Test
    void anEntryWithoutItsMethodIsAMistake() {
        SuiteDefaults without = new SuiteDefaults(List.of("chain"), List.of(), -1, 1);
        assertThatThrownBy(() -> resolve(without, "models: {chain: {endpoint: jvm}}"))
                .hasMessageContaining("no method with @ModelUnderTest has its name");
    }
}
