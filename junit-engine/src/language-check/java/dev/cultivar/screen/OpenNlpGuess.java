package dev.cultivar.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Apache OpenNLP with its own model: where the profiles come from, and what they are compared with. */
final class OpenNlpGuess implements LanguageGuess {

    private static final String RESOURCE = "/langdetect-183.bin";

    private final LanguageDetectorME detector = new LanguageDetectorME(model());
    private final List<String> languages = List.of(detector.getSupportedLanguages());

    static LanguageDetectorModel model() {
        try (InputStream in = OpenNlpGuess.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the language model " + RESOURCE + " is not on the class path");
            }
            return new LanguageDetectorModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the language model " + RESOURCE + " cannot be read", e);
        }
    }

    @Override
    public List<String> languages() {
        return languages;
    }

    @Override
    public double[] evidence(String text, int[] candidates) {
        double[] evidence = new double[languages.size()];
        for (Language language : detector.predictLanguages(text)) {
            // A language whose probability is rounded to nothing is as good as out.
            evidence[languages.indexOf(language.getLang())] = Math.log(Math.max(language.getConfidence(), 1e-6));
        }
        return evidence;
    }
}
