package dev.cultivar.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Languages and populations by their English names. A code without one, or a name of the user's own, stays unchanged. */
public final class Names {

    private static final String POOL = "local-";

    private static final Map<String, String> PEOPLE = Map.of("US", "Americans", "global", "people worldwide");

    private static final Map<String, String> COUNTRIES = Map.of(
            "US", "the US",
            "GB", "Great Britain",
            "NIR", "Northern Ireland",
            "NL", "the Netherlands",
            "PH", "the Philippines",
            "AE", "the Emirates");

    private Names() {}

    /** A language, for example {@code Danish}. */
    public static String language(@Nullable String code) {
        if (code == null) {
            return "";
        }
        Locale locale = Locale.forLanguageTag(code);
        // Not just the language: one table may hold both Brazilian and European Portuguese.
        String name = locale.getDisplayName(Locale.ENGLISH);
        return locale.getLanguage().isEmpty() || name.isEmpty() ? code : name;
    }

    /** A population as a place or a group, for example {@code Denmark}, {@code Danish speakers}, {@code everyone surveyed}. */
    public static String population(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return "";
        }
        if (name.equals("global")) {
            return "everyone surveyed";
        }
        if (isPool(name)) {
            return language(name.substring(POOL.length())) + "-speaking countries";
        }
        if (isLanguage(name)) {
            String language = language(name);
            return language.equals(name) ? name : language + " speakers";
        }
        return country(name);
    }

    private static String country(String name) {
        String own = COUNTRIES.get(name);
        if (own != null || !name.matches("[A-Z]{2}")) {
            return own == null ? name : own;
        }
        String known = new Locale.Builder().setRegion(name).build().getDisplayCountry(Locale.ENGLISH);
        return known.isEmpty() ? name : known;
    }

    /** A population as people, for example {@code people in Denmark}, {@code Americans}. */
    public static String people(@Nullable String name) {
        String own = PEOPLE.get(Objects.requireNonNullElse(name, ""));
        if (own != null) {
            return own;
        }
        String known = population(name);
        return name == null || isLanguage(name) || known.isEmpty() || known.equals(name) ? known : "people in " + known;
    }

    /** Whether the population pools several countries of one language. */
    public static boolean isPool(String name) {
        return name.startsWith(POOL);
    }

    /** Whether the population is the speakers of a language rather than a place. */
    private static boolean isLanguage(String name) {
        return name.matches("[a-z]{2,3}");
    }

    /** Languages by name, as a sentence lists them. */
    public static String languages(List<String> codes) {
        return list(codes.stream().map(Names::language).toList());
    }

    /** Populations by name, as a sentence lists them. */
    public static String populations(List<String> names) {
        return list(names.stream().map(Names::population).toList());
    }

    /** The text capitalised, as at the start of a sentence. */
    public static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** {@code a, b and c}. */
    public static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
