package dev.cultivar.planted;

import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what is asked, and in which language, from a prompt's text alone. */
final class PromptReader {

    private final List<Book> books;

    PromptReader(Collection<PromptBook> books) {
        this.books = books.stream().map(Book::of).toList();
    }

    /**
     * What a prompt asks.
     *
     * @param topic survey key
     * @param language of the prompt
     * @param wording the wording that the prompt uses
     */
    record Question(String topic, String language, Wording wording) {}

    Optional<Question> read(String prompt) {
        String text = prompt.strip();
        return books.stream().flatMap(book -> book.read(text).stream()).findFirst();
    }

    /** A language's parsed templates, and its wordings by their words. */
    private record Book(String language, List<Template> templates, Map<String, List<Question>> byWords) {

        static Book of(PromptBook book) {
            Map<String, List<Question>> byWords = new HashMap<>();
            new TreeMap<>(book.wordings()).forEach((topic, slots) -> slots.values()
                    .forEach(wording -> wording.forms().values().forEach(words -> byWords.computeIfAbsent(
                                    words, w -> new ArrayList<>())
                            .add(new Question(topic, book.language(), wording)))));
            return new Book(
                    book.language(),
                    book.templates().values().stream().map(Template::of).toList(),
                    byWords);
        }

        Optional<Question> read(String text) {
            for (Template template : templates) {
                for (String words : template.words(text)) {
                    for (Question candidate : byWords.getOrDefault(words, List.of())) {
                        if (candidate.wording().into(template.text()).equals(text)) {
                            return Optional.of(candidate);
                        }
                    }
                }
            }
            return Optional.empty();
        }
    }

    private record Template(String text, String start, Pattern pattern) {

        static Template of(String text) {
            return new Template(text, text.substring(0, text.indexOf("{topic")), TopicPattern.of(text, "(.+?)", false));
        }

        /** Text that may be the topic's words; the caller checks. */
        List<String> words(String prompt) {
            if (!prompt.startsWith(start)) {
                return List.of();
            }
            Matcher matcher = pattern.matcher(prompt);
            return matcher.matches() ? List.of(matcher.group(1)) : List.of();
        }
    }
}
