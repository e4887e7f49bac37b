package dev.cultivar.translate;

import dev.cultivar.io.AtomicFile;
import dev.cultivar.prompt.PromptBook;
import dev.cultivar.prompt.PromptBooks;
import dev.cultivar.prompt.PromptException;
import dev.cultivar.prompt.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A language file as people review it: every sentence with its source, back-translation, similarity and status. */
final class DraftFile {

    private static final String HEAD = """
        # Templates and topic wordings in %s, drafted by a model with cultivar:translate.
        # For each sentence: correct 'text' (or 'topic') where it is wrong, then set 'status: reviewed'. 'back' is its translation back
        # into English, 'similarity' the cosine of the word counts of 'source' and 'back'. Wordings stand where {topic} stands in
        # the templates: read them there. When every status is 'reviewed', sign at the top, 'reviewed: {by: NAME, date: 2026-11-29}';
        # until then reports name the language as unreviewed.
        """;

    private static final String ONLY_FORM = "topic";

    private final Path file;
    private final TargetLanguage language;

    DraftFile(Path file, TargetLanguage language) {
        this.file = file;
        this.language = language;
    }

    /**
     * The sentences in the file, by their English source; sentences that a person changed are as they left them.
     *
     * @throws TranslationException where the file exists but is not a draft of this language
     */
    Map<String, Draft> read() {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return drafts;
        }
        book();
        try {
            Map<?, ?> book = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
            if (!language.code().equals(book.get("language"))) {
                throw new TranslationException(
                        file + " is for the language '" + book.get("language") + "'; give another file.");
            }
            map(book.get("templates")).values().forEach(entry -> add(drafts, entry, "text"));
            for (Object slots : map(book.get("wordings")).values()) {
                map(slots).values().forEach(entry -> add(drafts, entry, ONLY_FORM));
            }
            return drafts;
        } catch (IOException e) {
            throw new TranslationException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The file as a run reads it, as a prompt book.
     *
     * @throws TranslationException where it cannot be read, or is not a language file
     */
    PromptBook book() {
        try (InputStream in = Files.newInputStream(file)) {
            return PromptBooks.read(in, file.toString());
        } catch (IOException e) {
            throw new TranslationException(file + " cannot be read: " + e.getMessage(), e);
        } catch (PromptException e) {
            throw new TranslationException(e.getMessage() + " Fix or remove it; nothing was asked.", e);
        }
    }

    private static Map<?, ?> map(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map ? map : Map.of();
    }

    private void add(Map<String, Draft> drafts, Object entry, String text) {
        if (entry instanceof Map<?, ?> fields
                && fields.get("source") instanceof String source
                && fields.get(text) instanceof String translated
                && fields.get("similarity") instanceof Number similarity) {
            String back = String.valueOf(fields.get("back"));
            String status = String.valueOf(fields.get("status"));
            drafts.put(source.strip(), new Draft(source, translated, back, similarity.doubleValue(), status));
        } else {
            throw new TranslationException(file + " was not written by cultivar:translate (a sentence has no source or"
                    + " similarity: " + entry + "); give another file. Nothing was asked.");
        }
    }

    /** Replaces the file atomically; leaves out sentences without a draft. */
    void write(PromptBook english, Map<String, Draft> drafts) {
        Map<String, Object> book = new LinkedHashMap<>();
        book.put("language", language.code());
        book.put("name", language.name());
        book.put("english-name", language.englishName());
        book.put("reviewed", false);
        book.put("version", 1);
        book.put("forms", List.of(ONLY_FORM));
        Map<String, Object> templates = new LinkedHashMap<>();
        english.templates().forEach((id, source) -> {
            if (drafts.containsKey(source)) {
                templates.put(id, fields("text", drafts.get(source)));
            }
        });
        book.put("templates", templates);
        Map<String, Object> wordings = new LinkedHashMap<>();
        new TreeMap<>(english.wordings()).forEach((topic, all) -> {
            Map<String, Object> slots = new LinkedHashMap<>();
            all.forEach((slot, wording) -> {
                String source = source(wording);
                if (drafts.containsKey(source)) {
                    slots.put(slot.label(), fields(ONLY_FORM, drafts.get(source)));
                }
            });
            if (!slots.isEmpty()) {
                wordings.put(topic, slots);
            }
        });
        book.put("wordings", wordings);
        replace(HEAD.formatted(language.englishName()) + yaml().dump(book));
    }

    /** An English wording, which has only one form. */
    static String source(Wording english) {
        return english.into("{topic}");
    }

    private static Map<String, Object> fields(String text, Draft draft) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", draft.source());
        fields.put(text, draft.text());
        fields.put("back", draft.back());
        fields.put("similarity", draft.similarity());
        fields.put("status", draft.status());
        return fields;
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(120);
        return new Yaml(options);
    }

    private void replace(String content) {
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw new TranslationException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
