package dev.cultivar.prompt;

import dev.cultivar.io.OwnResource;
import dev.cultivar.text.MalformedYamlException;
import dev.cultivar.text.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads language files, and provides those that come with Cultivar. */
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
        try (@Nullable InputStream in = OwnResource.open(PromptBooks.class, resource)) {
            return in == null ? Optional.empty() : Optional.of(read(in, resource));
        } catch (IOException e) {
            throw new PromptException("The prompts for " + language + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a self-contained language file.
     *
     * @param in YAML, UTF-8
     * @param source what to call it in messages
     * @throws PromptException where a placeholder, a form or a field is wrong, with every problem found
     */
    public static PromptBook read(InputStream in, String source) {
        return read(in, source, language -> Optional.empty());
    }

    /**
     * Reads a user's own language file. Without templates, it takes the templates and forms from the language's built-in book, and that
     * book's wordings for other topics.
     *
     * @param in YAML, UTF-8
     * @param source what to call it in messages
     * @throws PromptException where a placeholder, a form or a field is wrong, with every problem found
     */
    public static PromptBook readOwn(InputStream in, String source) {
        return read(in, source, PromptBooks::builtIn);
    }

    private static PromptBook read(InputStream in, String source, Function<String, Optional<PromptBook>> builtIn) {
        try {
            return PromptFile.read(YamlText.read(in, source), builtIn);
        } catch (MalformedYamlException e) {
            throw new PromptException("Language file " + e.getMessage(), e);
        } catch (IOException e) {
            throw new PromptException("Language file " + source + " cannot be read: " + e.getMessage(), e);
        }
    }
}
