package dev.cultivar.screen;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Whether statements are in the language that they should be in. The model reads a few statements together, since one
 * sentence is too short to tell Danish from Norwegian; an answer passes where at least two thirds of its groups, and the
 * whole, are in the language.
 */
final class LanguageCheck {

    private static final String MODEL = "/langdetect-183.bin";

    /** Statements read together. */
    private static final int GROUP = 3;

    /** Fewer letters than this do not tell a language. */
    private static final int LEAST_LETTERS = 40;

    private static final double LEAST_SHARE = 2.0 / 3;

    /** Where the model's name of a language is not the ISO 639-2 code that the platform knows. */
    private static final Map<String, String> NAMES =
            Map.of("zh", "cmn", "no", "nob", "nb", "nob", "nn", "nno", "fa", "pes", "sw", "swa");

    private LanguageCheck() {}

    /**
     * What was found.
     *
     * @param matches whether the statements are in the language
     * @param detail one line on what they seem to be instead, else empty
     */
    record Finding(boolean matches, String detail) {}

    static Finding of(List<String> statements, String language) {
        String whole = String.join(" ", statements);
        if (whole.codePoints().filter(Character::isLetter).count() < LEAST_LETTERS) {
            return new Finding(false, "too short to tell its language");
        }
        String wanted = name(language);
        String found = detect(whole);
        if (!found.equals(wanted)) {
            return new Finding(false, "in " + display(found) + " and not in " + display(wanted));
        }
        List<String> groups = groups(statements);
        long inLanguage =
                groups.stream().filter(group -> detect(group).equals(wanted)).count();
        return inLanguage >= LEAST_SHARE * groups.size()
                ? new Finding(true, "")
                : new Finding(false, "only partly in " + display(wanted));
    }

    /** Whether the model knows the language. */
    static boolean knows(String language) {
        return Detector.LANGUAGES.contains(name(language));
    }

    private static List<String> groups(List<String> statements) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i + GROUP <= statements.size(); i += GROUP) {
            int end = i + 2 * GROUP > statements.size() ? statements.size() : i + GROUP;
            groups.add(String.join(" ", statements.subList(i, end)));
        }
        return groups;
    }

    private static String detect(String text) {
        return new LanguageDetectorME(Detector.MODEL_READ).predictLanguage(text).getLang();
    }

    private static String name(String language) {
        return NAMES.getOrDefault(language, Locale.forLanguageTag(language).getISO3Language());
    }

    private static String display(String name) {
        return Locale.forLanguageTag(name).getDisplayLanguage(Locale.ENGLISH);
    }

    /** Read when first needed, as it takes a moment. */
    private static final class Detector {

        static final LanguageDetectorModel MODEL_READ = read();
        static final Set<String> LANGUAGES = java.util.Arrays.stream(
                        new LanguageDetectorME(MODEL_READ).getSupportedLanguages())
                .collect(Collectors.toUnmodifiableSet());

        private static LanguageDetectorModel read() {
            try (InputStream in = LanguageCheck.class.getResourceAsStream(MODEL)) {
                if (in == null) {
                    throw new IllegalStateException("the language model is not on the class path: " + MODEL);
                }
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new IllegalStateException("the language model cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
