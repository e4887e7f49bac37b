package dev.cultivar.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cultivar.text.JsonEscapes;
import java.nio.charset.StandardCharsets;

/** JSON of this package's records. */
public final class ResultsJson {

    private static final JsonMapper COMPACT = JsonMapper.builder(JsonEscapes.factory())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .addModule(SealedTypes.module())
            .build();

    private static final JsonMapper PRETTY =
            COMPACT.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResultsJson() {}

    public static JsonMapper mapper() {
        return COMPACT;
    }

    /** Indented for people, with a final newline. */
    public static byte[] pretty(Object value) {
        try {
            return bytes(PRETTY.writeValueAsString(value) + "\n");
        } catch (JsonProcessingException e) {
            throw new ResultsException("A report cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The same with the caller's own serializers. */
    public static byte[] pretty(Object value, Module serializers) {
        try {
            return bytes(PRETTY.rebuild().addModule(serializers).build().writeValueAsString(value) + "\n");
        } catch (JsonProcessingException e) {
            throw new ResultsException("A report cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** One line, without its newline. */
    public static String line(Object value) {
        try {
            return COMPACT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new ResultsException("A report cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Text in UTF-8. Outside JSON, an unpaired surrogate, which answers may contain, becomes a question mark instead of an error. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
