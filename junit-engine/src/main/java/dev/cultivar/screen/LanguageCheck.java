package dev.cultivar.screen;

import dev.cultivar.text.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Checks whether statements are in the language they were asked for.
 *
 * <p>Each statement is weighed on its own. The product of their probabilities must favour the expected language, and less than
 * {@value #FOREIGN_SHARE} of their letters may be in statements that clearly favour another one, so that an answer that changes language
 * half way is caught. Text too short to tell counts as not in the language: the check fails closed.
 */
final class LanguageCheck {

    /** A text with fewer letters says too little. */
    static final int FEWEST_LETTERS = 60;

    /** How many letters one character of Chinese, Japanese, Korean or Thai script counts for. */
    private static final int DENSE = 3;

    static final double FOREIGN_SHARE = 0.3;

    /** How many times likelier another language must be for a single statement to count as foreign. */
    private static final double CLEARLY = 1.15;

    private static final int LONGEST = 5_000;

    /**
     * Languages that a model plausibly slips into. Small relatives (Galician, Asturian, Frisian, Low German, Nynorsk …) are left out,
     * because short texts in the large languages look like them; they are included when they are the language asked for.
     */
    static final Set<String> PLAUSIBLE = Set.of(
            "eng", "deu", "fra", "spa", "por", "ita", "nld", "afr", "dan", "nob", "swe", "fin", "isl", "pol", "ces",
            "slk", "hrv", "ron", "hun", "bul", "srp", "ell", "tur", "rus", "ukr", "ara", "heb", "fas", "hin", "ben",
            "urd", "cmn", "jpn", "kor", "vie", "tha", "ind", "tgl", "swa");

    /** Languages that the detector names differently from Java. */
    private static final Map<String, String> DETECTOR_NAMES =
            Map.of("nor", "nob", "zho", "cmn", "fil", "tgl", "lav", "lvs");

    private final LanguageGuess guess;
    private final double clearly;
    private final List<String> languages;

    /** By the expected language's code. */
    private final Map<String, int[]> candidates = new ConcurrentHashMap<>();

    LanguageCheck(LanguageGuess guess) {
        this(guess, CLEARLY);
    }

    /** @param clearly like {@link #CLEARLY}, for a detector that scales its evidence differently */
    LanguageCheck(LanguageGuess guess, double clearly) {
        this.guess = guess;
        this.clearly = Math.log(clearly);
        this.languages = guess.languages();
    }

    /** Says in one line what is wrong with the statements' language; empty where nothing is. */
    Optional<String> complaint(List<String> statements, String language) {
        int[] among = candidates.computeIfAbsent(language, this::candidates);
        if (among.length == 0) {
            return Optional.of("the language, " + Names.language(language) + ", cannot be checked: the detector does"
                    + " not know it");
        }
        if (statements.stream().mapToInt(LanguageCheck::size).sum() < FEWEST_LETTERS) {
            return Optional.of("too little text to tell its language");
        }
        return compare(statements, among, language);
    }

    private Optional<String> compare(List<String> statements, int[] candidates, String language) {
        int expected = candidates[0];
        double[] together = new double[languages.size()];
        double[] foreign = new double[languages.size()];
        int letters = 0;
        for (String statement : statements) {
            double[] evidence = guess.evidence(shortened(statement), candidates);
            for (int candidate : candidates) {
                together[candidate] += evidence[candidate];
            }
            int likeliest = largest(evidence, candidates);
            int size = size(statement);
            letters += size;
            if (evidence[likeliest] > evidence[expected] + clearly) {
                foreign[likeliest] += size;
            }
        }
        int likeliest = largest(together, candidates);
        if (likeliest != expected) {
            return Optional.of("the statements are in " + name(likeliest) + ", not in " + Names.language(language));
        }
        double share = Arrays.stream(foreign).sum() / letters;
        if (share >= FOREIGN_SHARE) {
            return Optional.of(Math.round(100 * share) + "% of the text is not in " + Names.language(language)
                    + " but mostly in " + name(largest(foreign, candidates)));
        }
        return Optional.empty();
    }

    /** The expected language comes first, so that it wins ties; empty where the detector does not know it. */
    private int[] candidates(String language) {
        int expected = iso3(language).map(languages::indexOf).orElse(-1);
        if (expected < 0) {
            return new int[0];
        }
        IntStream others =
                IntStream.range(0, languages.size()).filter(i -> i != expected && PLAUSIBLE.contains(languages.get(i)));
        return IntStream.concat(IntStream.of(expected), others).toArray();
    }

    private static int largest(double[] values, int[] candidates) {
        int largest = candidates[0];
        for (int candidate : candidates) {
            if (values[candidate] > values[largest]) {
                largest = candidate;
            }
        }
        return largest;
    }

    /** How much a text says, measured in letters of an alphabet. */
    private static int size(String text) {
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            size += !Character.isLetter(c) ? 0 : isDense(c) ? DENSE : 1;
        }
        return size;
    }

    private static boolean isDense(char c) {
        return c > '\u007f' && isDenseScript(c);
    }

    private static boolean isDenseScript(char c) {
        return switch (Alphabet.script(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> false;
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private String name(int index) {
        String iso3 = languages.get(index);
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
