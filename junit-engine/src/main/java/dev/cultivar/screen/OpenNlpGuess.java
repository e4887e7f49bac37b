package dev.cultivar.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Apache OpenNLP with its own model; why this one: {@code docs/language-check.md}. */
final class OpenNlpGuess implements LanguageGuess {

    private static final String RESOURCE = "/langdetect-183.bin";

    @Override
    public Map<String, Double> of(String text) {
        Map<String, Double> weights = new HashMap<>();
        // The detector is not documented as safe for threads; the model, which is all that is large, is read only.
        for (Language language : new LanguageDetectorME(Loaded.MODEL).predictLanguages(text)) {
            weights.put(language.getLang(), language.getConfidence());
        }
        return weights;
    }

    @Override
    public boolean knows(String iso3) {
        return Loaded.LANGUAGES.contains(iso3);
    }

    /** The model takes a second to read and 40 MB to hold, so it is read once, when first needed. */
    private static final class Loaded {

        private static final LanguageDetectorModel MODEL = load();
        private static final Set<String> LANGUAGES =
                Set.copyOf(Arrays.asList(new LanguageDetectorME(MODEL).getSupportedLanguages()));

        private static LanguageDetectorModel load() {
            try (InputStream in = OpenNlpGuess.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("the language model " + RESOURCE
                            + " is not on the class path: add org.apache.opennlp:opennlp-models-langdetect");
                }
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException("the language model " + RESOURCE + " cannot be read", e);
            }
        }
    }
}
