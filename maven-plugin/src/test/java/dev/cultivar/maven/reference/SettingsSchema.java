package dev.cultivar.maven.reference;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cultivar.settings.SettingKey;
import dev.cultivar.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JSON Schema of {@code cultivar.yaml}, from the records that read it and the declarations of the settings. */
final class SettingsSchema {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern RANGE = Pattern.compile("(whole )?number(?: from (\\S+) to (\\S+))?");
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");
    private static final Pattern WORDS = Pattern.compile("(`[^`]+`, )*`[^`]+` or `[^`]+`");

    private SettingsSchema() {}

    static String of(Path settings) throws IOException {
        JavaSource.Type yaml = JavaSource.read(settings.resolve("SettingsYaml.java"));
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "cultivar.yaml");
        schema.put("description", "Endpoints, models, the judge, and values for the run. " + ReferenceTest.MADE);
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("endpoints").put("type", "object").set("additionalProperties", reference("EndpointEntry"));
        properties.putObject("models").put("type", "object").set("additionalProperties", reference("ModelEntry"));
        properties.set("judge", reference("JudgeEntry"));
        properties.set("run", run());
        ObjectNode defs = schema.putObject("$defs");
        for (String record : List.of("EndpointEntry", "ModelEntry", "JudgeEntry", "PriceEntry")) {
            defs.set(record, record(yaml, record));
        }
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                        .writeValueAsString(schema)
                + "\n";
    }

    private static ObjectNode record(JavaSource.Type yaml, String name) {
        JavaSource.Type type = yaml.inner().stream()
                .filter(inner -> inner.name().equals(name))
                .findFirst()
                .orElseThrow();
        ObjectNode schema = JSON.createObjectNode();
        schema.put("description", ReferenceMarkdown.text(type.comment()));
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        for (JavaSource.Member member : type.members()) {
            if (member.component()) {
                ObjectNode property = typed(KeyPage.type(member.type()));
                property.put("description", ReferenceMarkdown.text(type.params().getOrDefault(member.name(), "")));
                properties.set(KeyPage.kebab(member.name()), property);
            }
        }
        return schema;
    }

    private static ObjectNode typed(String type) {
        ObjectNode schema = JSON.createObjectNode();
        switch (type) {
            case "String" -> schema.put("type", "string");
            case "Integer" -> schema.put("type", "integer");
            case "Double", "double" -> schema.put("type", "number");
            case "Boolean" -> schema.put("type", "boolean");
            case "Map<String, String>" ->
                schema.put("type", "object")
                        .putObject("additionalProperties")
                        .putArray("type")
                        .add("string")
                        .add("number")
                        .add("boolean");
            case "Map<String, Double>" ->
                schema.put("type", "object").putObject("additionalProperties").put("type", "number");
            case "Object" -> schema.putArray("type").add("object").add("string");
            case "Map<String, Object>" -> schema.put("type", "object");
            case "PriceEntry" -> schema.put("$ref", "#/$defs/PriceEntry");
            default -> throw new AssertionError("say how a JSON Schema writes " + type);
        }
        return schema;
    }

    private static ObjectNode run() {
        ObjectNode schema = JSON.createObjectNode();
        schema.put(
                "description", "Values of keys, without `cultivar.`; a parameter of the command line overrides them.");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        Settings.ALL.stream().filter(SettingKey::inYaml).forEach(key -> {
            ObjectNode value = value(key.describedType());
            value.put("description", key.meaning());
            properties.set(key.shortName(), value);
        });
        return schema;
    }

    private static ObjectNode value(String described) {
        ObjectNode schema = JSON.createObjectNode();
        Matcher range = RANGE.matcher(described);
        if (range.matches()) {
            boolean whole = range.group(1) != null;
            schema.put("type", whole ? "integer" : "number");
            if (range.group(2) != null) {
                schema.put("minimum", Double.parseDouble(range.group(2)));
                schema.put("maximum", Double.parseDouble(range.group(3)));
            }
        } else if (described.equals("`true` or `false`")) {
            schema.put("type", "boolean");
        } else if (WORDS.matcher(described).matches()) {
            WORD.matcher(described).results().forEach(word -> schema.withArray("enum")
                    .add(word.group(1)));
        } else if (described.endsWith("separated by commas")) {
            schema.putArray("type").add("string").add("array");
            schema.putObject("items").put("type", "string");
        } else {
            schema.put("type", "string");
        }
        return schema;
    }

    private static ObjectNode reference(String name) {
        return JSON.createObjectNode().put("$ref", "#/$defs/" + name);
    }
}
