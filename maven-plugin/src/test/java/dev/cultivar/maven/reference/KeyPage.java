package dev.cultivar.maven.reference;

import dev.cultivar.api.CulturalSuite;
import dev.cultivar.settings.SettingKey;
import dev.cultivar.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Configuration keys from their declarations, and the entries of {@code cultivar.yaml} from the records that read them. */
final class KeyPage {

    private final StringBuilder page = new StringBuilder();

    private KeyPage() {}

    static String of(Path settings) throws IOException {
        KeyPage page = new KeyPage();
        page.keys();
        JavaSource.Type yaml = JavaSource.read(settings.resolve("SettingsYaml.java"));
        page.page.append("\n# Entries of cultivar.yaml\n\nAn unknown key is an error that names its place.\n");
        page.entries(yaml, "EndpointEntry", "endpoints.NAME");
        page.entries(yaml, "ModelEntry", "models.NAME");
        page.entries(yaml, "PriceEntry", "models.NAME.price, judge.price");
        page.entries(yaml, "JudgeEntry", "judge");
        page.page.append("\n## run\n\nThe keys above that say `run`, without `cultivar.`\n");
        return page.page.toString();
    }

    private void keys() {
        page.append("# Configuration keys\n\n")
                .append(ReferenceTest.MADE)
                .append("\n\nA key is a configuration parameter of the JUnit Platform or a system property")
                .append(" (`-Dcultivar.responses=500`), which overrides `run` in `cultivar.yaml`, which")
                .append(" overrides the annotation. The head of every report says where each value was set.\n\n")
                .append("| key | value | default | also in | meaning |\n|---|---|---|---|---|\n");
        Settings.ALL.forEach(this::key);
    }

    private void key(SettingKey<?> key) {
        page.append("| `")
                .append(key.name())
                .append("` | ")
                .append(key.describedType())
                .append(" | ")
                .append(key.describedDefault())
                .append(" | ")
                .append(places(key))
                .append(" | ")
                .append(key.meaning())
                .append(" |\n");
    }

    private static String places(SettingKey<?> key) {
        boolean attribute = Arrays.stream(CulturalSuite.class.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(key.shortName()));
        return (key.inYaml() ? "`run`" : "") + (attribute ? ", `@CulturalSuite`" : "");
    }

    private void entries(JavaSource.Type yaml, String record, String place) {
        JavaSource.Type type = yaml.inner().stream()
                .filter(inner -> inner.name().equals(record))
                .findFirst()
                .orElseThrow();
        page.append("\n## ").append(place).append("\n\n").append(ReferenceMarkdown.text(type.comment()));
        page.append("\n\n| key | type | meaning |\n|---|---|---|\n");
        for (JavaSource.Member member : type.members()) {
            if (member.component()) {
                String meaning = type.params().get(member.name());
                if (meaning == null) {
                    throw new AssertionError(
                            "describe " + record + "." + member.name() + " with @param in " + yaml.name());
                }
                page.append("| `")
                        .append(kebab(member.name()))
                        .append("` | ")
                        .append(ReferenceMarkdown.code(type(member.type())))
                        .append(" | ")
                        .append(ReferenceMarkdown.cell(meaning))
                        .append(" |\n");
            }
        }
    }

    static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    static String type(String type) {
        return type.replaceAll("@?(?:org\\.jspecify\\.annotations\\.)?Nullable(\\(\\))?\\s+", "")
                .replaceAll("@[\\w.()= ]+\\s", "")
                .strip();
    }
}
