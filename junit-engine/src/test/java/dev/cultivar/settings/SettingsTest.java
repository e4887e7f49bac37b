package dev.cultivar.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void everyConstantIsDeclaredAndHasANameOfItsOwn() throws IllegalAccessException {
        List<SettingKey<?>> constants = new ArrayList<>();
        for (Field field : Settings.class.getFields()) {
            if (field.getType() == SettingKey.class) {
                constants.add((SettingKey<?>) field.get(null));
            }
        }

        assertThat(Settings.ALL)
                .hasSizeGreaterThan(20)
                .containsExactlyElementsOf(constants)
                .extracting(SettingKey::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("cultivar."));
    }

    @Test
    void everySettingSaysItsTypeItsDefaultAndWhatItDoes() {
        assertThat(Settings.ALL).allSatisfy(key -> {
            assertThat(key.describedType()).as("type of %s", key).isNotBlank();
            assertThat(key.describedDefault()).as("default of %s", key).isNotBlank();
            assertThat(key.meaning()).as("meaning of %s", key).endsWith(".");
        });
    }

    @Test
    void aRunThatNobodyConfiguredHasTheDefaults() {
        RunSettings none = SettingsResolver.resolve(SuiteDefaults.NONE, SettingsFile.NONE, key -> Optional.empty());

        assertThat(Settings.ALL).filteredOn(SettingKey::ofRun).allSatisfy(key -> assertThat(none.setting(key))
                .as("%s", key)
                .isEqualTo(new Setting<>(key.byDefault(), Origin.DEFAULT)));
        assertThat(none.value(Settings.CONFIDENCE)).isEqualTo(0.95);
        assertThat(none.value(Settings.CORRECTION)).isEqualTo(Multiplicity.HOLM);
        assertThat(none.value(Settings.INCONCLUSIVE)).isEqualTo(OnInconclusive.FAIL);
    }

    @Test
    void aDefaultThatIsWrittenAsAValueIsReadAsThatValue() {
        assertThat(Settings.ALL)
                .filteredOn(key -> !writtenDefault(key).isEmpty())
                .hasSizeGreaterThan(10)
                .allSatisfy(key -> assertThat(key.read(writtenDefault(key))).isEqualTo(key.byDefault()));
    }

    private static <T> String writtenDefault(SettingKey<T> key) {
        return key.write(key.byDefault());
    }

    @Test
    void everyWordOfASettingIsReadAndWrittenAsTheReferenceSaysIt() {
        assertThat(Settings.MODE.describedType()).isEqualTo("`live`, `record`, `replay` or `refresh`");
        assertThat(Settings.MODE.read("refresh")).isEqualTo(StoreMode.REFRESH);
        assertThat(Settings.ANSWERS.write(AnswersShown.SAMPLE)).isEqualTo("sample");
        assertThat(Settings.ROUNDS.describedType()).isEqualTo("whole number from 100 to 10000000");
        assertThat(Settings.LANGUAGES.read(" da, ,nl,")).containsExactly("da", "nl");
        assertThat(Settings.SHARD.read("2/5")).contains(new Shard(2, 5));
    }

    @Test
    void namesThatMeanNothingAreNotKnown() {
        assertThat(Settings.isKnown("cultivar.responses")).isTrue();
        assertThat(Settings.isKnown("cultivar.suites")).isTrue();
        assertThat(Settings.isKnown("cultivar.build.folder")).isTrue();
        assertThat(Settings.isKnown("cultivar.reponses")).isFalse();
    }
}
