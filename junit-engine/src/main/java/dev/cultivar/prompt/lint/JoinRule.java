package dev.cultivar.prompt.lint;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/**
 * What a template or a wording must not contain, because template and wording would then not join well.
 *
 * @param pattern finds it
 * @param why what goes wrong and what to do
 */
record JoinRule(
        @JsonProperty(required = true) String pattern,
        @JsonProperty(required = true) String why) {

    boolean in(String text) {
        return Pattern.compile(pattern, LanguageRules.FLAGS).matcher(text).find();
    }
}
