package dev.cultivar.survey.microdata;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The countries of the two surveys, by whichever code a file uses. */
public final class SurveyCountries {

    private static final String FILE = "/dev/cultivar/survey/countries.csv";

    /** Codes outside ISO 3166-1: EVS splits the United Kingdom in two, and the wave 7 codebook has its own code for Morocco. */
    private static final Map<String, String> OWN = Map.of("NIR", "NIR", "GB-NIR", "NIR", "GB-GBN", "GB", "MOR", "MA");

    private static final Map<String, String> BY_NUMBER = new HashMap<>();
    private static final Map<String, String> BY_THREE_LETTERS = new HashMap<>();
    private static final Map<String, String> LANGUAGES = new HashMap<>();

    static {
        for (String code : Locale.getISOCountries()) {
            BY_THREE_LETTERS.put(new Locale.Builder().setRegion(code).build().getISO3Country(), code);
        }
        BundledTable.read(FILE, row -> {
            String code = row.getOrDefault("code", "");
            BY_NUMBER.put(row.getOrDefault("number", ""), code);
            LANGUAGES.put(code, row.getOrDefault("language", ""));
        });
    }

    private SurveyCountries() {}

    /**
     * The country's two letters, or {@code NIR}.
     *
     * @param text two letters, three letters or a number of ISO 3166-1, or one of the surveys' own codes
     * @return empty where it is none of these
     */
    static Optional<String> code(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        String own = OWN.get(upper);
        if (own != null) {
            return Optional.of(own);
        }
        if (upper.length() == 2 && upper.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            return Optional.of(upper);
        }
        OptionalDouble number = FieldText.number(text);
        return Optional.ofNullable(
                number.isPresent()
                        ? BY_NUMBER.get(String.valueOf((int) number.getAsDouble()))
                        : BY_THREE_LETTERS.get(upper));
    }

    /** Whether most people in some country of the surveys are interviewed in this language. */
    public static boolean speak(String language) {
        return LANGUAGES.containsValue(language);
    }

    /** The language in which most people of a country are interviewed; empty where none clearly leads. */
    static String language(String code) {
        return LANGUAGES.getOrDefault(code, "");
    }
}
