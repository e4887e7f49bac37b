package dev.cultivar.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownKeysTest {

    @Test
    void everyDescribedKeyIsOneThatTheEngineReads() throws IllegalAccessException {
        List<String> parameters = new ArrayList<>();
        for (Field field : Parameters.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                parameters.add(String.valueOf(field.get(null)));
            }
        }

        assertThat(KnownKeys.ALL)
                .extracting(KnownKey::name)
                .doesNotHaveDuplicates()
                .isSubsetOf(parameters);
    }

    @Test
    void theDefaultsAreThoseOfARunThatNobodyConfigured() {
        RunSettings none = SettingsResolver.resolve(SuiteDefaults.NONE, SettingsFile.NONE, key -> Optional.empty());

        assertDefault(
                Parameters.MODELS,
                none.models().value().stream().map(ModelSettings::name).collect(Collectors.joining(",")));
        assertDefault(Parameters.LANGUAGES, String.join(",", none.languages().value()));
        assertDefault(Parameters.RESPONSES, none.responses().value());
        assertDefault(Parameters.SEED, none.seed().value());
        assertDefault(Parameters.CONFIDENCE, none.confidence().value());
        assertDefault(Parameters.ROUNDS, none.rounds().value());
        assertDefault(Parameters.METHOD, none.method().value());
        assertDefault(Parameters.CORRECTION, none.correction().value());
        assertDefault(Parameters.INCONCLUSIVE, none.inconclusive().value());
        assertDefault(
                Parameters.POPULATIONS,
                none.populations().value().map(String::valueOf).orElse("built in"));
        assertDefault(
                Parameters.CATALOGUE,
                none.catalogue().value().map(String::valueOf).orElse("built in"));
        assertDefault(
                Parameters.PROMPTS, none.prompts().value().map(String::valueOf).orElse("built in"));
        assertDefault(Parameters.STORE, none.store().value());
        assertDefault(Parameters.MODE, none.mode().value());
        assertDefault(Parameters.OUTPUT, none.output().value().toString().replace('\\', '/'));
        assertDefault(Parameters.ANSWERS, none.answers().value());
    }

    private static void assertDefault(String key, Object value) {
        assertThat(KnownKeys.ALL)
                .filteredOn(known -> known.name().equals(key))
                .singleElement()
                .extracting(KnownKey::byDefault)
                .isEqualTo(String.valueOf(value));
    }
}
