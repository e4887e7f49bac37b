package dev.cultivar.survey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A catalogue as its YAML file has it. */
record CatalogueFile(
        @JsonProperty(required = true) Map<String, List<String>> catalogues,
        @JsonProperty(required = true) Map<String, TopicEntry> topics) {

    record TopicEntry(
            @Nullable String label,
            @Nullable String category,
            @Nullable String pro,
            @Nullable String con,
            int codes,
            @Nullable Set<Integer> affirmative,
            @Nullable Set<Integer> neutral) {

        Topic toTopic(String key) {
            return new Topic(
                    key,
                    required(key, "label", label),
                    required(key, "category", category),
                    required(key, "pro", pro),
                    required(key, "con", con),
                    coding(key));
        }

        private Coding coding(String key) {
            try {
                return new Coding(
                        codes, affirmative == null ? Set.of() : affirmative, neutral == null ? Set.of() : neutral);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("topic " + key + ": " + e.getMessage(), e);
            }
        }

        private static String required(String key, String field, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException("topic " + key + " has no '" + field + "'");
            }
            return value.strip();
        }
    }
}
