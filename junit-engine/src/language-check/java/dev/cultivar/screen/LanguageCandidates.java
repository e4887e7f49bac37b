package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Measures the detectors that came into question on the project's corpus and writes what it finds to the docs. */
class LanguageCandidates {

    private static final List<List<String>> RELATED = List.of(
            List.of("da", "nb"), List.of("da", "sv"), List.of("pt", "es"), List.of("nl", "de"), List.of("nl", "af"),
            List.of("sv", "nb"), List.of("es", "pt"), List.of("en", "da"), List.of("da", "en"), List.of("nl", "en"),
            List.of("pt", "en"));
    private static final List<String> LOCALES =
            List.of("da", "no", "sv", "nl", "de", "af", "pt", "es", "en", "fr", "ja", "sw", "it", "ca");
    private static final Set<String> OPENNLP_JARS = Set.of("opennlp-tools", "opennlp-models-langdetect", "slf4j-api");
    private static final Set<String> LINGUA_JARS = Set.of("lingua", "kotlin-stdlib", "moshi", "fastutil", "okio", "kotlin-reflect");
    private static final Set<String> OPTIMAIZE_JARS = Set.of("language-detector", "jsonic", "guava", "slf4j-api");

    private final StringBuilder table = new StringBuilder();
    private final StringBuilder statements = new StringBuilder();

    @Test
    void measure() throws IOException {
        List<String> languages = Corpus.all();
        statements.append("| detector |");
        languages.forEach(l -> statements.append(' ').append(l).append(" |"));
        statements.append("\n|---|").append("---|".repeat(languages.size())).append('\n');

        double kept = row("OpenNLP 2.5.6, model 1.3.0", OPENNLP_JARS, OpenNlpGuess::new);
        row("lingua 1.2.2", LINGUA_JARS, () -> lingua(false));
        row("lingua 1.2.2, low accuracy", LINGUA_JARS, () -> lingua(true));
        row("optimaize 0.6", OPTIMAIZE_JARS, LanguageCandidates::optimaize);

        Path docs = Path.of("..", "docs", "language-check.md").toAbsolutePath().normalize();
        String page = Files.readString(docs);
        String measured = "<!-- measured -->\n\n" + "| detector | jars, MB | start, s | heap, MB | ms an answer | own answers kept |"
                + " related rejected | half-changed rejected |\n|---|---|---|---|---|---|---|---|\n" + table
                + "\nSingle statements named right (median 13 words), by language:\n\n" + statements + "\n<!-- /measured -->";
        Files.writeString(
                docs,
                page.replaceAll("(?s)<!-- measured -->.*<!-- /measured -->", java.util.regex.Matcher.quoteReplacement(measured)));
        assertThat(kept).as("own answers that the kept detector accepts").isEqualTo(1.0);
    }

    private double row(String name, Set<String> jars, Supplier<LanguageGuess> supplier) {
        long heapBefore = heap();
        long start = System.nanoTime();
        LanguageGuess guess = supplier.get();
        guess.of("Det er en god dag i dag, og vi skal ud at gå i skoven.");
        double startSeconds = (System.nanoTime() - start) / 1e9;
        LanguageCheck check = new LanguageCheck(guess);

        int[] own = new int[2];
        int[] related = new int[2];
        int[] half = new int[2];
        for (String language : Corpus.all()) {
            for (int from = 0; from < Corpus.of(language).size(); from++) {
                count(own, check.complaint(Corpus.ten(language, from), language).isEmpty());
            }
        }
        for (List<String> pair : RELATED) {
            for (int from = 0; from < 40; from++) {
                count(related, check.complaint(Corpus.ten(pair.get(1), from), pair.get(0)).isPresent());
                List<String> mixed = Corpus.mixed(pair.get(0), 5, pair.get(1), from);
                count(half, check.complaint(mixed, pair.get(0)).isPresent());
            }
        }
        statements.append("| ").append(name).append(" |");
        for (String language : Corpus.all()) {
            int[] right = new int[2];
            for (String statement : Corpus.of(language)) {
                count(right, best(guess.of(statement)).equals(iso3(language)));
            }
            statements.append(' ').append(right[0]).append('/').append(right[1]).append(" |");
        }
        statements.append('\n');

        int rounds = 60;
        long begin = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            check.complaint(Corpus.ten("da", i), "da");
        }
        double millis = (System.nanoTime() - begin) / 1e6 / rounds;
        table.append(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %d | %.1f | %d/%d | %d/%d | %d/%d |%n",
                name,
                megabytes(jars),
                startSeconds,
                Math.max(0, heap() - heapBefore) / 1_000_000,
                millis,
                own[0],
                own[1],
                related[0],
                related[1],
                half[0],
                half[1]));
        return (double) own[0] / own[1];
    }

    private static void count(int[] tally, boolean right) {
        tally[0] += right ? 1 : 0;
        tally[1]++;
    }

    private static String best(Map<String, Double> weights) {
        Map<String, Double> kept = new HashMap<>(weights);
        // Nynorsk is written Norwegian too; the other relatives of large languages count as errors.
        kept.remove("nno");
        return kept.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("und");
    }

    private static String iso3(String language) {
        return Locale.forLanguageTag(language).getISO3Language();
    }

    private static LanguageGuess lingua(boolean low) {
        Language[] all = {
            Language.DANISH, Language.BOKMAL, Language.NYNORSK, Language.SWEDISH, Language.DUTCH, Language.GERMAN,
            Language.AFRIKAANS, Language.PORTUGUESE, Language.SPANISH, Language.ENGLISH, Language.FRENCH, Language.JAPANESE,
            Language.SWAHILI, Language.ITALIAN, Language.CATALAN
        };
        LanguageDetectorBuilder builder = LanguageDetectorBuilder.fromLanguages(all);
        LanguageDetector detector = (low ? builder.withLowAccuracyMode() : builder).build();
        return guess(text -> {
            Map<String, Double> weights = new HashMap<>();
            detector.computeLanguageConfidenceValues(text)
                    .forEach((l, c) -> weights.put(l.getIsoCode639_3().toString(), c));
            return weights;
        });
    }

    private static LanguageGuess optimaize() {
        try {
            List<LdLocale> locales =
                    LOCALES.stream().map(LdLocale::fromString).collect(Collectors.toCollection(ArrayList::new));
            var detector = com.optimaize.langdetect.LanguageDetectorBuilder.create(NgramExtractors.standard())
                    .withProfiles(new LanguageProfileReader().readBuiltIn(locales))
                    .build();
            return guess(text -> {
                Map<String, Double> weights = new HashMap<>();
                detector.getProbabilities(text).forEach(l -> {
                    String code = l.getLocale().getLanguage();
                    weights.put(code.equals("no") ? "nob" : iso3(code), l.getProbability());
                });
                return weights;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LanguageGuess guess(java.util.function.Function<String, Map<String, Double>> weigh) {
        return new LanguageGuess() {
            @Override
            public Map<String, Double> of(String text) {
                return weigh.apply(text);
            }

            @Override
            public boolean knows(String iso3) {
                return true;
            }
        };
    }

    private static double megabytes(Set<String> names) {
        long bytes = 0;
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : path.split(java.io.File.pathSeparator)) {
            String file = Path.of(entry).getFileName().toString();
            if (file.endsWith(".jar") && names.contains(file.replaceFirst("-[0-9].*", ""))) {
                bytes += Path.of(entry).toFile().length();
            }
        }
        return bytes / 1e6;
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
