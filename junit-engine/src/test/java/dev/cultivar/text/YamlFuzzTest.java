package dev.cultivar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file is read, or refused in clean words. */
class YamlFuzzTest extends Fuzz {

    @Override
    protected List<String> corpus() {
        return List.of(
                "models:\n  lab-7b:\n    endpoint: lab\n    max-tokens: 900\n",
                "topics: &t\n  - {id: F120, for: \"a: b\"}\nothers: *t\n",
                "a: |\n  text\n  more\nb: >-\n  folded\n? [x, y]\n: 3\n",
                "--- !!int 12\n...\n---\n- 2026-11-29\n");
    }

    @Override
    protected void look(String input) throws Exception {
        try {
            YamlText.read(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), "cultivar.yaml");
        } catch (MalformedYamlException e) {
            assertThat(e.getMessage()).startsWith("cultivar.yaml").matches(Fuzz::isClean);
        }
    }
}
