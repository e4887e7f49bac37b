package dev.cultivar.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;

/**
 * Whether statements are in the language they were asked for.
 *
 * <p>Each statement is weighed alone. Together, by the product of their probabilities, they must speak for the expected
 * language; and of their letters less than {@value #FOREIGN_SHARE} may stand in statements that speak clearly for
 * another one, so that an answer which changes language half way is caught. Text too short to tell is not in the
 * language: the check fails closed.
 */
final class LanguageCheck {

    /** Letters below which a text says too little; ideographs say more each. */
    static final int FEWEST_LETTERS = 60;

    static final int FEWEST_IDEOGRAPHS = 20;
    static final double FOREIGN_SHARE = 0.3;

    /** How many times likelier another language must be for a single statement to count as foreign. */
    private static final double CLEARLY = 1.25;

    private static final int LONGEST = 5_000;
    private static final double FLOOR = 1e-6;

    /**
     * Languages a model plausibly slips into. Small relatives (Galician, Asturian, Frisian, Low German, Nynorsk …) are
     * left out, since short texts of the large ones look like them; they count where they are what was asked for.
     */
    private static final Set<String> PLAUSIBLE = Set.of(
            "eng", "deu", "fra", "spa", "por", "ita", "nld", "afr", "dan", "nob", "swe", "fin", "isl", "pol", "ces",
            "slk", "hrv", "ron", "hun", "bul", "srp", "ell", "tur", "rus", "ukr", "ara", "heb", "fas", "hin", "ben",
            "urd", "cmn", "jpn", "kor", "vie", "tha", "ind", "tgl", "swa");

    /** Where the detector names a language otherwise than Java does. */
    private static final Map<String, String> DETECTOR_NAMES =
            Map.of("nor", "nob", "zho", "cmn", "fil", "tgl", "lav", "lvs");

    private final LanguageGuess guess;

    LanguageCheck(LanguageGuess guess) {
        this.guess = guess;
    }

    /** Says in one line what is wrong with the statements' language; empty where nothing is. */
    Optional<String> complaint(List<String> statements, String language) {
        Optional<String> expected = iso3(language).filter(guess::knows);
        if (expected.isEmpty()) {
            return Optional.of("language " + language + " cannot be checked: the detector does not know it");
        }
        if (tooShort(statements)) {
            return Optional.of("too little text to tell its language");
        }
        return compare(statements, expected.get(), language);
    }

    private Optional<String> compare(List<String> statements, String expected, String language) {
        Map<String, Double> evidence = new HashMap<>();
        Map<String, Long> foreign = new HashMap<>();
        long letters = 0;
        for (String statement : statements) {
            Map<String, Double> weights = plausible(guess.of(shortened(statement)), expected);
            weights.forEach((code, weight) -> evidence.merge(code, Math.log(Math.max(weight, FLOOR)), Double::sum));
            String likeliest = likeliest(weights);
            long size = letters(statement);
            letters += size;
            if (weight(weights, likeliest) > CLEARLY * weight(weights, expected)) {
                foreign.merge(likeliest, size, Long::sum);
            }
        }
        String together = likeliest(evidence);
        if (!together.equals(expected)) {
            return Optional.of("the statements are in " + name(together) + ", not in " + language);
        }
        long foreignLetters =
                foreign.values().stream().mapToLong(Long::longValue).sum();
        if (foreignLetters >= FOREIGN_SHARE * letters) {
            long percent = Math.round(100.0 * foreignLetters / letters);
            return Optional.of(percent + "% of the text is in other languages than " + language + ", mostly "
                    + name(mostOf(foreign)));
        }
        return Optional.empty();
    }

    private static Map<String, Double> plausible(Map<String, Double> weights, String expected) {
        Map<String, Double> kept = new HashMap<>(weights);
        kept.keySet().removeIf(code -> !PLAUSIBLE.contains(code) && !code.equals(expected));
        return kept;
    }

    private static boolean tooShort(List<String> statements) {
        long letters = 0;
        long ideographs = 0;
        for (String statement : statements) {
            letters += letters(statement);
            ideographs += statement.codePoints().filter(LanguageCheck::isDense).count();
        }
        return letters < FEWEST_LETTERS && ideographs < FEWEST_IDEOGRAPHS;
    }

    private static boolean isDense(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> false;
        };
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The largest entry; of equal ones the first by name, so that the answer does not hang on hashing. */
    private static String likeliest(Map<String, Double> weights) {
        return weights.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Double>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse("und");
    }

    private static String mostOf(Map<String, Long> letters) {
        Map<String, Double> weights = new HashMap<>();
        letters.forEach((code, count) -> weights.put(code, count.doubleValue()));
        return likeliest(weights);
    }

    private static double weight(Map<String, Double> weights, String code) {
        return weights.getOrDefault(code, 0.0);
    }

    private static String name(String iso3) {
        String name = Locale.forLanguageTag(iso3).getDisplayLanguage(Locale.ENGLISH);
        return name.isEmpty() ? iso3 : name;
    }

    private static Optional<String> iso3(String language) {
        try {
            String code = Locale.forLanguageTag(language.replace('_', '-')).getISO3Language();
            return code.isEmpty() ? Optional.empty() : Optional.of(DETECTOR_NAMES.getOrDefault(code, code));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
