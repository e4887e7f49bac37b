package dev.cultivar.translate;

import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.lint.BookLint;
import dev.cultivar.prompt.lint.Fault;
import dev.cultivar.provider.ChatModel;
import dev.cultivar.provider.ProviderException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Drafts a language file from the English one. Sentences that are already in the file are kept and not translated again. */
public final class BookTranslation {

    /** Sentences in flight at once, and so the most that a killed run can lose. */
    private static final int BATCH = 16;

    private final Interpreter interpreter;
    private final TargetLanguage language;

    /**
     * @param there translates from English
     * @param back translates back; use a different model for a better check
     */
    public BookTranslation(ChatModel there, ChatModel back, TargetLanguage language) {
        this.interpreter = new Interpreter(there, back, language);
        this.language = language;
    }

    /**
     * What a translation did.
     *
     * @param kept sentences that were already in the file
     * @param added newly translated sentences
     * @param problems sentences that no attempt translated usably, one line each; they are not in the file
     * @param doubtful sentences whose back-translation has a similarity below a half
     * @param faults what the lint finds in the file
     */
    public record Outcome(int kept, int added, List<String> problems, int doubtful, List<Fault> faults) {
        public Outcome {
            problems = List.copyOf(problems);
            faults = List.copyOf(faults);
        }
    }

    /**
     * Translates what the file lacks, and writes the file batch by batch.
     *
     * @param english the book to translate
     * @param file the draft; its folder is created where it is missing
     * @throws TranslationException where the file is not a draft of this language, or cannot be read or written
     * @throws ProviderException where the endpoint fails; earlier translations are in the file
     */
    public Outcome into(PromptBook english, Path file) {
        DraftFile draft = new DraftFile(file, language);
        Map<String, Draft> drafts = draft.read();
        List<String> missing = new ArrayList<>(sentences(english));
        missing.removeAll(drafts.keySet());
        int kept = drafts.size();
        List<String> problems = new ArrayList<>();
        for (int from = 0; from < missing.size(); from += BATCH) {
            List<CompletableFuture<Draft>> batch =
                    missing.subList(from, Math.min(from + BATCH, missing.size())).stream()
                            .map(interpreter::draft)
                            .toList();
            List<ProviderException> failures = new ArrayList<>();
            batch.forEach(future -> take(future, drafts, problems, failures));
            draft.write(english, drafts);
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
        }
        int doubtful = (int) drafts.values().stream()
                .filter(sentence -> sentence.similarity() < 0.5)
                .count();
        return new Outcome(kept, drafts.size() - kept, problems, doubtful, new BookLint(english).faults(draft.book()));
    }

    private static void take(
            CompletableFuture<Draft> future,
            Map<String, Draft> drafts,
            List<String> problems,
            List<ProviderException> failures) {
        try {
            Draft translated = future.join();
            drafts.put(translated.source(), translated);
        } catch (CompletionException e) {
            if (e.getCause() instanceof TranslationException unusable) {
                problems.add(String.valueOf(unusable.getMessage()));
            } else if (e.getCause() instanceof ProviderException failure) {
                failures.add(failure);
            } else {
                throw e;
            }
        }
    }

    private static Set<String> sentences(PromptBook english) {
        Set<String> sentences = new LinkedHashSet<>(english.templates().values());
        english.wordings().values().forEach(slots -> slots.values()
                .forEach(wording -> sentences.add(DraftFile.source(wording))));
        return sentences;
    }
}
