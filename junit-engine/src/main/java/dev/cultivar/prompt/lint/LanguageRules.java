package dev.cultivar.prompt.lint;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cultivar.io.OwnResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a language expresses what the lint looks for.
 *
 * @param language ISO 639-1 code
 * @param traits a regular expression per trait; a trait without one is not checked
 * @param templates what a template must not contain
 * @param wordings what a wording must not contain
 */
record LanguageRules(
        @JsonProperty(required = true) String language,
        @JsonProperty(required = true) Map<WordingTrait, String> traits,
        List<JoinRule> templates,
        List<JoinRule> wordings) {

    static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    LanguageRules {
        traits = Map.copyOf(traits);
        templates = List.copyOf(templates);
        wordings = List.copyOf(wordings);
    }

    /** The rules of a language; none where its words are not known. */
    static LanguageRules of(String language) {
        LanguageRules none = new LanguageRules(language, Map.of(), List.of(), List.of());
        if (!language.matches("[a-z]{2,3}")) {
            return none;
        }
        try (@Nullable InputStream in = OwnResource.open(LanguageRules.class, language + ".yaml")) {
            return in == null ? none : new YAMLMapper().readValue(in, LanguageRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException("lint rules of " + language + " are not readable", e);
        }
    }

    /** Whether the language has a way to say the trait. */
    boolean knows(WordingTrait trait) {
        return traits.containsKey(trait);
    }

    boolean says(WordingTrait trait, String text) {
        String expression = traits.get(trait);
        return expression != null
                && Pattern.compile(expression, FLAGS).matcher(text).find();
    }
}
