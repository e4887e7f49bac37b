package dev.cultivar.prompt.lint;

import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.Slot;
import dev.cultivar.prompt.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Compares a language file with the master, slot by slot. It finds what can be told from words: a trait that only one of them has, a
 * statement that is not quoted, or a join known to read wrongly. It does not replace a reader.
 */
public final class BookLint {

    private static final Pattern QUOTATION = Pattern.compile("[“”„\"«»「」『』]");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？]$");
    private static final Pattern TOPIC = Pattern.compile("\\{topic");

    private final PromptBook master;
    private final LanguageRules masterRules;

    /** @param master what the others are compared with */
    public BookLint(PromptBook master) {
        this.master = master;
        this.masterRules = LanguageRules.of(master.language());
    }

    /** Whether the language's words are known. Where they are not, only checks that need no words are made. */
    public static boolean knows(String language) {
        return !LanguageRules.of(language).traits().isEmpty();
    }

    /**
     * What is wrong with a file, template by template and topic by topic; empty where nothing is found. Topics and templates that the
     * master lacks get only the checks that need no master; those that the file lacks are not reported.
     */
    public List<Fault> faults(PromptBook book) {
        LanguageRules rules = LanguageRules.of(book.language());
        List<Fault> faults = new ArrayList<>();
        book.templates().forEach((id, text) -> template(id, text, rules, faults));
        new TreeMap<>(book.wordings()).forEach((topic, slots) -> topic(topic, slots, rules, faults));
        return List.copyOf(faults);
    }

    private void template(String id, String text, LanguageRules rules, List<Fault> faults) {
        String place = "template " + id;
        String model = master.templates().get(id);
        if (model == null) {
            faults.add(new Fault(place, "the master has no such template; use its ids, one scene each"));
        } else if (count(TOPIC, text) != count(TOPIC, model)) {
            faults.add(new Fault(
                    place,
                    "has {topic} " + count(TOPIC, text) + " times, but the master has it" + " " + count(TOPIC, model)));
        }
        joins(rules.templates(), List.of(text), place, faults);
    }

    private void topic(String topic, Map<Slot, Wording> slots, LanguageRules rules, List<Fault> faults) {
        Arrays.stream(Slot.values())
                .filter(slot -> !slots.containsKey(slot))
                .forEach(slot -> faults.add(new Fault(topic + " " + slot.label(), "is missing")));
        slots.forEach((slot, wording) -> {
            String place = topic + " " + slot.label();
            Collection<String> texts = wording.forms().values();
            Wording model = master.wordings(topic).get(slot);
            if (model != null) {
                traits(texts, model.into("{topic}"), rules, place, faults);
            }
            if (any(texts, text -> SENTENCE_END.matcher(text).find())) {
                faults.add(new Fault(place, "ends like a sentence, but is used inside one"));
            }
            joins(rules.wordings(), texts, place, faults);
        });
    }

    private void traits(Collection<String> texts, String model, LanguageRules rules, String place, List<Fault> faults) {
        for (WordingTrait trait : WordingTrait.values()) {
            boolean there = masterRules.says(trait, model);
            boolean wrong = trait.required()
                    ? there && rules.knows(trait) && any(texts, text -> !rules.says(trait, text))
                    : !there && any(texts, text -> rules.says(trait, text));
            if (wrong) {
                faults.add(new Fault(place, trait.fault() + ", unlike the master ('" + model + "')"));
            }
        }
        if (QUOTATION.matcher(model).find()
                ? any(texts, text -> !QUOTATION.matcher(text).find())
                : any(texts, text -> QUOTATION.matcher(text).find())) {
            faults.add(new Fault(place, "is quoted where the master is not, or the other way round ('" + model + "')"));
        }
    }

    private static void joins(List<JoinRule> joins, Collection<String> texts, String place, List<Fault> faults) {
        joins.stream().filter(join -> any(texts, join::in)).forEach(join -> faults.add(new Fault(place, join.why())));
    }

    private static boolean any(Collection<String> texts, Predicate<String> condition) {
        return texts.stream().anyMatch(condition);
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
