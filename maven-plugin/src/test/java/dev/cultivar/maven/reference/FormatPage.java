package dev.cultivar.maven.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The files that a user writes, from their JSON Schemas. */
final class FormatPage {

    private final StringBuilder page = new StringBuilder();

    private FormatPage() {}

    static String of(Path docs) throws IOException {
        FormatPage page = new FormatPage();
        page.head();
        page.file(docs, "catalogue.schema.json");
        page.file(docs, "language-file.schema.json");
        page.table();
        page.file(docs, "cultivar-policy.schema.json");
        page.page
                .append("\n# cultivar.yaml\n\n[Its entries](keys.md#entries-of-cultivaryaml);")
                .append(" [schema](../cultivar.schema.json).\n");
        return page.page.toString();
    }

    private void head() {
        page.append("# Formats of files\n\n")
                .append(ReferenceTest.MADE)
                .append("\n\n"
                        + "An editor that knows JSON Schema checks a YAML file as you write it; its first line"
                        + " names the")
                .append(" schema, by a path or an address:\n\n")
                .append("```yaml\n# yaml-language-server: $schema=docs/catalogue.schema.json\n```\n\n")
                .append("[Topics of your own](../guide/09-your-own-topics.md) has one of each.\n");
    }

    private void file(Path docs, String name) throws IOException {
        JsonNode schema = new ObjectMapper().readTree(docs.resolve(name).toFile());
        page.append("\n# ")
                .append(schema.path("title").asText())
                .append("\n\n")
                .append(schema.path("description").asText())
                .append(" [Schema](../")
                .append(name)
                .append(").\n");
        keys(schema);
        for (JsonNode part : schema.path("$defs")) {
            if (part.has("title")) {
                page.append("\n## ")
                        .append(part.path("title").asText())
                        .append("\n\n")
                        .append(part.path("description").asText())
                        .append("\n");
                keys(part);
            }
        }
    }

    private void keys(JsonNode schema) {
        page.append("\n| key | value | meaning |\n|---|---|---|\n");
        for (Map.Entry<String, JsonNode> key : schema.path("properties").properties()) {
            boolean required = StreamSupport.stream(schema.path("required").spliterator(), false)
                    .anyMatch(name -> name.asText().equals(key.getKey()));
            page.append("| `")
                    .append(key.getKey())
                    .append("` | ")
                    .append(value(key.getValue()))
                    .append(required ? ", required" : "")
                    .append(" | ")
                    .append(key.getValue().path("description").asText())
                    .append(" |\n");
        }
    }

    private static String value(JsonNode schema) {
        String type = schema.path("type").asText("");
        return switch (type) {
            case "string" -> "text";
            case "number" -> "number";
            case "integer" ->
                schema.has("minimum") ? "whole number, at least " + schema.path("minimum") : "whole number";
            case "array" -> "list";
            case "object" -> "entries";
            default -> schema.has("enum") ? "one of these" : "see there";
        };
    }

    private void table() {
        page.append("""

            # Population table

            CSV in UTF-8 with the header `type,population,language,topic,polarity`, one row per population and topic. Further columns are ignored.
            So are lines that begin with `#`, except `# world: AU, BR, DK`, which names the countries whose mean is the world's in a table that
            replaces the built-in one. Name your table with `cultivar.populations`; `cultivar:ground-truth` writes one.

            | column | value |
            |---|---|
            | `type` | `country`, `language`, `global` or `group` |
            | `population` | its name: a country's code (`DK`), a language's (`da`), `global`, or what you call a group; no two types share a name |
            | `language` | for a country, the language that most of its people speak, for which it is then local; for a language, its code; otherwise empty |
            | `topic` | its key |
            | `polarity` | share in favour, in [0,1] |
            """);
    }
}
