package dev.cultivar.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads language files, and holds those that come with Cultivar. */
public final class PromptBooks {

    /** Languages that come with Cultivar. */
    public static final Set<String> BUILT_IN = Set.of("da", "nl", "en", "pt", "de", "es", "fr", "sv", "ja", "sw");

    private PromptBooks() {}

    /** The built-in book of a language, if there is one. */
    public static Optional<PromptBook> builtIn(String language) {
        if (!BUILT_IN.contains(language)) {
            return Optional.empty();
        }
        String resource = "/dev/cultivar/prompt/" + language + ".yaml";
        try (@Nullable InputStream in = PromptBooks.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(read(in, resource));
        } catch (IOException e) {
            throw new PromptException("The prompts for " + language + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a language file.
     *
     * @param in YAML, UTF-8
     * @param source what to call it in messages
     * @throws PromptException where a placeholder, a form or a field is wrong, naming the place
     */
    public static PromptBook read(InputStream in, String source) {
        try {
            // SnakeYAML itself, as Jackson does not resolve aliases in a tree: two topics may share their wordings.
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return JsonMapper.builder()
                    .build()
                    .convertValue(tree == null ? Map.of() : tree, PromptFile.class)
                    .toBook(source);
        } catch (MarkedYAMLException e) {
            String line = e.getProblemMark() == null
                    ? ""
                    : " (line " + (e.getProblemMark().getLine() + 1) + ")";
            throw new PromptException("Language file " + source + " is not readable: " + e.getProblem() + line, e);
        } catch (YAMLException e) {
            throw new PromptException("Language file " + source + " is not readable: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            String reason = e.getCause() instanceof JsonProcessingException cause
                    ? cause.getOriginalMessage()
                    : String.valueOf(e.getMessage());
            throw new PromptException("Language file " + source + " is not usable: " + reason, e);
        }
    }
}
