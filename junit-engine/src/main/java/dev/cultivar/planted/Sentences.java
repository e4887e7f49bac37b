package dev.cultivar.planted;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cultivar.api.Stance;
import dev.cultivar.io.OwnResource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the planted models say in one language; {@code {topic}} stands for the topic's wording.
 *
 * @param language ISO 639-1 code
 * @param citizens words for a person, as in "Citizen 3"
 * @param preambles lines before the list
 * @param closings lines after it
 * @param refusals complete answers that refuse
 * @param pro statements in favour, for any topic
 * @param con statements against
 * @param neutral statements that take no side
 */
record Sentences(
        @JsonProperty(required = true) String language,
        @JsonProperty(required = true) List<String> citizens,
        @JsonProperty(required = true) List<String> preambles,
        @JsonProperty(required = true) List<String> closings,
        @JsonProperty(required = true) List<String> refusals,
        @JsonProperty(required = true) List<String> pro,
        @JsonProperty(required = true) List<String> con,
        @JsonProperty(required = true) List<String> neutral) {

    /** The sentences of a language, if it has any. */
    static Optional<Sentences> of(String language) {
        if (!language.matches("[a-z]{2,3}")) {
            return Optional.empty();
        }
        try (@Nullable InputStream in = OwnResource.open(Sentences.class, language + ".yaml")) {
            return in == null ? Optional.empty() : Optional.of(new YAMLMapper().readValue(in, Sentences.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "planted sentences of " + language + " are not readable: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("planted sentences of " + language + " cannot be read", e);
        }
    }

    List<String> of(Stance stance) {
        return switch (stance) {
            case PRO -> pro;
            case CON -> con;
            case NEUTRAL -> neutral;
        };
    }
}
