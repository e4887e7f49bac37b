package dev.cultivar.planted;

import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.Slot;
import dev.cultivar.prompt.Wording;
import dev.cultivar.survey.PopulationTable;
import dev.cultivar.text.Names;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The planted models' answers to prompts. */
final class PlantedAnswers {

    private final PopulationTable table;
    private final Map<String, Sentences> sentences;
    private final Map<String, PromptBook> books;
    private final PromptReader reader;

    PlantedAnswers(PopulationTable table, Collection<PromptBook> books, Map<String, Sentences> sentences) {
        this.table = table;
        this.sentences = sentences;
        this.books = books.stream().collect(Collectors.toMap(PromptBook::language, book -> book));
        this.reader = new PromptReader(books);
    }

    String answer(ChatAsk ask) {
        Persona persona = Persona.of(ask.model(), table);
        PromptReader.Question question = reader.read(ask.prompt())
                .orElseThrow(() -> new PlantedModelException(
                        400,
                        "unknown_prompt",
                        "The planted models know only the prompts of the run's language files."));
        Random random = ask.random();
        String language = persona.answersIn(question.language());
        Sentences own = sentences.get(language);
        if (own == null) {
            throw new PlantedModelException(
                    400, "unknown_language", "The built-in models do not speak " + Names.language(language) + ".");
        }
        AnswerWriter writer = new AnswerWriter(own, claim(question, language), random);
        return persona.refuses()
                ? writer.refuse()
                : writer.write(persona.polarity(question.topic(), question.language(), random));
    }

    /**
     * What the answers speak for or against: always the claim in favour, whichever slot was asked. Otherwise "for" would mean two things.
     */
    private Wording claim(PromptReader.Question question, String language) {
        return Stream.of(language, question.language())
                .flatMap(code -> Stream.ofNullable(books.get(code)))
                .flatMap(book ->
                        Stream.ofNullable(book.wordings(question.topic()).get(Slot.CLAIM_PRO)))
                .findFirst()
                .orElse(question.wording());
    }
}
