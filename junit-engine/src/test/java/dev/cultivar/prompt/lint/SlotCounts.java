package dev.cultivar.prompt.lint;

import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.Slot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** How often the wordings of a language say what its neighbours must say as often. */
final class SlotCounts {

    /** Of the master, counted by reading it. */
    static final Map<String, Long> EXPECTED = expected();

    private final PromptBook book;
    private final LanguageRules rules;

    private SlotCounts(PromptBook book) {
        this.book = book;
        this.rules = LanguageRules.of(book.language());
    }

    private static Map<String, Long> expected() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("16 trust topics, 80 wordings: a word for trust", 80L);
        counts.put("... presume trust, claims aside", 0L);
        counts.put("8 facts of elections, 40: keep the frequency", 40L);
        counts.put("... say which country", 40L);
        counts.put("13 norms, 65: 'mostly'", 26L);
        counts.put("... 'the right to'", 0L);
        counts.put("... 'moral question'", 0L);
        counts.put("... 'the habit of'", 0L);
        counts.put("own doings, 35: asked as a quoted statement", 14L);
        counts.put("79 topics: the claim that PRO", 79L);
        counts.put("79 topics: the claim that CON", 79L);
        return counts;
    }

    static Map<String, Long> of(PromptBook book) {
        SlotCounts counts = new SlotCounts(book);
        Map<String, Long> rows = new LinkedHashMap<>();
        EXPECTED.keySet().forEach(row -> rows.put(row, 0L));
        Predicate<String> trust = topic -> topic.equals("D001_B") || topic.startsWith("E069_");
        Predicate<String> facts = topic -> topic.startsWith("E265_");
        Predicate<String> norms = topic -> topic.equals("E290") || topic.matches("F1[1-4].*");
        Predicate<String> own = topic -> topic.matches("E02[3567]|E26[34]|F028");
        Predicate<Slot> any = slot -> true;
        counts.put(rows, 0, trust, any, WordingTrait.TRUST);
        counts.put(rows, 1, trust, slot -> slot.ordinal() > 1, WordingTrait.PRESUMED_TRUST);
        counts.put(rows, 2, facts, any, WordingTrait.FREQUENCY);
        counts.put(rows, 3, facts, any, WordingTrait.COUNTRY);
        counts.put(rows, 4, norms, any, WordingTrait.MOSTLY);
        counts.put(rows, 5, norms, any, WordingTrait.RIGHT);
        counts.put(rows, 6, norms, any, WordingTrait.MORAL);
        counts.put(rows, 7, norms, any, WordingTrait.HABIT);
        rows.put(key(8), counts.count(own, any, text -> text.matches("(?s).*[“”„«»「」\"].*")));
        rows.put(key(9), counts.count(topic -> true, slot -> slot == Slot.CLAIM_PRO, text -> true));
        rows.put(key(10), counts.count(topic -> true, slot -> slot == Slot.CLAIM_CON, text -> true));
        return rows;
    }

    private static String key(int row) {
        return EXPECTED.keySet().stream().skip(row).findFirst().orElseThrow();
    }

    private void put(
            Map<String, Long> rows, int row, Predicate<String> topics, Predicate<Slot> slots, WordingTrait trait) {
        rows.put(key(row), count(topics, slots, text -> rules.says(trait, text)));
    }

    private long count(Predicate<String> topics, Predicate<Slot> slots, Predicate<String> says) {
        return new TreeSet<>(book.wordings().keySet())
                .stream()
                        .filter(topics)
                        .flatMap(topic -> book.wordings(topic).entrySet().stream())
                        .filter(entry -> slots.test(entry.getKey()))
                        .filter(entry ->
                                entry.getValue().forms().values().stream().allMatch(says))
                        .count();
    }
}
