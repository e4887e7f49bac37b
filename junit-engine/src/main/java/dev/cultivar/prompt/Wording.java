package dev.cultivar.prompt;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way to name a topic, in each grammatical form that the language's templates use.
 *
 * @param forms text by form, with every form that the language's file declares
 * @param defaultForm the form that a bare {@code {topic}} uses
 */
public record Wording(Map<String, String> forms, String defaultForm) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{topic(?::([a-z-]+))?}");

    public Wording {
        forms = Map.copyOf(forms);
    }

    /** The template with each placeholder replaced by the form that it names. */
    public String into(String template) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> Matcher.quoteReplacement(form(match.group(1))));
    }

    private String form(@Nullable String name) {
        String text = forms.get(name == null ? defaultForm : name);
        if (text == null) {
            throw new PromptException("A template asks for form '" + name + "', which the language does not declare.");
        }
        return text;
    }

    /** The forms that a template uses; a bare placeholder uses the default form. */
    static List<String> placeholders(String template, String defaultForm) {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(match -> match.group(1) == null ? defaultForm : match.group(1))
                .toList();
    }
}
