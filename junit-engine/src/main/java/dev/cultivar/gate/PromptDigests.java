package dev.cultivar.gate;

import dev.cultivar.prompt.PlannedPrompt;
import dev.cultivar.prompt.Prompt;
import dev.cultivar.run.RunPlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells whether two runs asked the same: a short digest of each prompt, by language, topic and {@code template/wording}. */
final class PromptDigests {

    private static final int LENGTH = 8;

    private PromptDigests() {}

    static SortedMap<String, SortedMap<String, SortedMap<String, String>>> of(RunPlan plan) {
        TreeMap<String, SortedMap<String, SortedMap<String, String>>> digests = new TreeMap<>();
        plan.prompts().values().forEach(prompts -> {
            for (PlannedPrompt planned : prompts) {
                Prompt prompt = planned.prompt();
                digests.computeIfAbsent(prompt.language(), language -> new TreeMap<>())
                        .computeIfAbsent(prompt.topic(), topic -> new TreeMap<>())
                        .put(prompt.template() + "/" + prompt.wording(), digest(prompt.text()));
            }
        });
        return digests;
    }

    /**
     * Whether a topic was asked otherwise in the other run: a prompt was reworded, added, removed or renamed. A mean over other prompts
     * is another measurement, so only equal sets are the same.
     */
    static boolean differ(
            SortedMap<String, SortedMap<String, SortedMap<String, String>>> one,
            SortedMap<String, SortedMap<String, SortedMap<String, String>>> other,
            String language,
            String topic) {
        return !topic(one, language, topic).equals(topic(other, language, topic));
    }

    private static SortedMap<String, String> topic(
            SortedMap<String, SortedMap<String, SortedMap<String, String>>> digests, String language, String topic) {
        return digests.getOrDefault(language, Collections.emptySortedMap())
                .getOrDefault(topic, Collections.emptySortedMap());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
