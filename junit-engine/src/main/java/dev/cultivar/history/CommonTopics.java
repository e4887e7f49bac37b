package dev.cultivar.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What two runs of one model in one language can be compared on.
 *
 * @param topics that both have, asked with the same prompts
 * @param said what was left out and why, a part of a sentence each
 */
public record CommonTopics(SortedSet<String> topics, List<String> said) {

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
        List<String> said = new ArrayList<>();
        say(said, onlyNow, "not in the baseline");
        say(said, onlyBefore, "only in the baseline");
        say(said, reworded, "with other prompts than the baseline's");
        return new CommonTopics(common, said);
    }

    private static void say(List<String> said, Set<String> topics, String what) {
        if (!topics.isEmpty()) {
            said.add(topics.size() + (topics.size() == 1 ? " topic " : " topics ") + what + ", left out: "
                    + String.join(" ", topics));
        }
    }
}
