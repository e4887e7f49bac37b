package dev.cultivar.maven.reference;

import dev.cultivar.api.CulturalSuite;
import dev.cultivar.settings.KnownKey;
import dev.cultivar.settings.KnownKeys;
import dev.cultivar.settings.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Configuration keys from their list, and the entries of {@code cultivar.yaml} from the records that read them. */
final class KeyPage {

    private final StringBuilder page = new StringBuilder();

    private KeyPage() {}

    static String of(Path settings) throws IOException {
        KeyPage page = new KeyPage();
        page.keys();
        page.undescribed(JavaSource.read(settings.resolve("Parameters.java")));
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
                .append(" (`-Dcultivar.responses=500`), which comes before `run` in `cultivar.yaml`, which comes")
                .append(" before the annotation. The head of every report says who set each value.\n\n")
                .append("| key | value | default | also in | meaning |\n|---|---|---|---|---|\n");
        KnownKeys.ALL.forEach(this::key);
    }

    /** Keys that the list does not have yet, with the comment of their constant. */
    private void undescribed(JavaSource.Type parameters) {
        for (JavaSource.Member constant : parameters.members()) {
            Optional<String> name = constant(constant.name());
            if (name.isPresent()
                    && KnownKeys.ALL.stream().noneMatch(key -> key.name().equals(name.get()))) {
                if (constant.comment().isEmpty()) {
                    throw new AssertionError("describe " + name.get() + " in KnownKeys");
                }
                key(new KnownKey(name.get(), "", "", Markdown.cell(constant.comment())));
            }
        }
    }

    private static Optional<String> constant(String name) {
        try {
            return name.equals("PREFIX")
                    ? Optional.empty()
                    : Optional.of(String.valueOf(Parameters.class.getField(name).get(null)));
        } catch (NoSuchFieldException | IllegalAccessException e) {
            return Optional.empty(); // not public, so no key
        }
    }

    private void key(KnownKey key) {
        page.append("| `")
                .append(key.name())
                .append("` | ")
                .append(key.type())
                .append(" | ")
                .append(key.byDefault())
                .append(" | ")
                .append(places(key))
                .append(" | ")
                .append(key.description())
                .append(" |\n");
    }

    private static String places(KnownKey key) {
        String name = key.name().substring(Parameters.PREFIX.length());
        boolean attribute = Arrays.stream(CulturalSuite.class.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals(name));
        return (key.inYaml() ? "`run`" : "") + (attribute ? ", `@CulturalSuite`" : "");
    }

    private void entries(JavaSource.Type yaml, String record, String place) {
        JavaSource.Type type = yaml.inner().stream()
                .filter(inner -> inner.name().equals(record))
                .findFirst()
                .orElseThrow();
        page.append("\n## ").append(place).append("\n\n").append(Markdown.text(type.comment()));
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
                        .append(Markdown.code(type(member.type())))
                        .append(" | ")
                        .append(Markdown.cell(meaning))
                        .append(" |\n");
            }
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String type(String type) {
        return type.replaceAll("@?(?:org\\.jspecify\\.annotations\\.)?Nullable(\\(\\))?\\s+", "")
                .replaceAll("@[\\w.()= ]+\\s", "")
                .strip();
    }
}
