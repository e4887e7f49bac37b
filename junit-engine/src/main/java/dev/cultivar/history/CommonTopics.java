package dev.cultivar.history;

import dev.cultivar.analysis.estimate.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The topics on which two runs of one model in one language can be compared.
 *
 * @param topics topics that both have and asked with the same prompts
 * @param leftOut what was left out and why
 */
public record CommonTopics(SortedSet<String> topics, List<Note.LeftOut> leftOut) {

    public static CommonTopics of(
            String language,
            Set<String> now,
            SortedMap<String, SortedMap<String, String>> promptsNow,
            Set<String> before,
            SortedMap<String, SortedMap<String, String>> promptsBefore) {
        TreeSet<String> common = new TreeSet<>(now);
        common.retainAll(before);
        TreeSet<String> onlyNow = new TreeSet<>(now);
        onlyNow.removeAll(common);
        TreeSet<String> onlyBefore = new TreeSet<>(before);
        onlyBefore.removeAll(common);
        TreeSet<String> reworded = new TreeSet<>();
        common.removeIf(
                topic -> PromptDigests.differ(promptsNow, promptsBefore, language, topic) && reworded.add(topic));
        List<Note.LeftOut> leftOut = new ArrayList<>();
        add(leftOut, onlyNow, Note.Lack.BASELINE);
        add(leftOut, onlyBefore, Note.Lack.THIS_RUN);
        add(leftOut, reworded, Note.Lack.SAME_PROMPTS);
        return new CommonTopics(common, leftOut);
    }

    private static void add(List<Note.LeftOut> leftOut, Set<String> topics, Note.Lack lack) {
        if (!topics.isEmpty()) {
            leftOut.add(new Note.LeftOut(List.copyOf(topics), lack, null));
        }
    }
}
