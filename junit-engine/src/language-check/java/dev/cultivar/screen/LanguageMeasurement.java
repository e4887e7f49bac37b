package dev.cultivar.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Measures the profiles and the model they were made from on the labelled answers, and writes the tables of the docs. */
class LanguageMeasurement {

    private static final int ROUNDS = 1_000;

    private static final List<List<String>> TEN =
            IntStream.range(0, 40).mapToObj(from -> Corpus.ten("da", from)).toList();

    /** The codes of the corpus by those of the detectors. */
    private static final Map<String, String> CODES = Corpus.all().stream()
            .collect(Collectors.toMap(
                    language -> Locale.forLanguageTag(language).getISO3Language(), language -> language));

    private final StringBuilder report = new StringBuilder();

    @Test
    void theProfilesAreWhatTheirMakerMakes() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(ProfileMaker.FILE))) {
            assertThat(in.readAllBytes()).isEqualTo(ProfileMaker.profiles());
        }
    }

    @Test
    void theProfilesAreRightAtLeastAsOftenAsTheirModel() throws IOException {
        report.append("| | megabytes to install | first answer, ms | memory, MB | µs of CPU an answer |\n"
                + "|---|---|---|---|---|\n");
        cost("profiles", Files.size(ProfileMaker.FILE) / 1e6, () -> check(LanguageProfiles.builtIn()));
        cost("OpenNLP", jars(), () -> check(new OpenNlpGuess()));
        LanguageGuess profiles = LanguageProfiles.builtIn();
        LanguageGuess model = new OpenNlpGuess();
        LabelledAnswers labelled = LabelledAnswers.all();
        List<String> worse = new ArrayList<>();

        report.append("\nAnswers judged right, by kind:\n\n| | answers | profiles | OpenNLP |\n|---|---|---|---|\n");
        labelled.byKind().forEach((kind, answers) -> {
            long own = right(answers, profiles);
            long reference = right(answers, model);
            if (own < reference) {
                worse.add(kind);
            }
            report.append(String.format(Locale.ROOT, "| %s | %d | %d | %d |%n", kind, answers.size(), own, reference));
        });
        confusions("Single statements", labelled, profiles, model, statement -> statement);
        confusions(
                "Their first four words (ten characters of Japanese)",
                labelled,
                profiles,
                model,
                LabelledAnswers::beginning);
        write();

        assertThat(worse)
                .as("kinds of answers that OpenNLP is right about more often")
                .isEmpty();
    }

    private void cost(String name, double megabytes, Supplier<LanguageCheck> supplier) {
        long heapBefore = heap();
        long start = System.nanoTime();
        LanguageCheck check = supplier.get();
        check.complaint(Corpus.ten("da", 0), "da");
        double startMillis = (System.nanoTime() - start) / 1e6;
        long heap = Math.max(0, heap() - heapBefore);
        double micros = 0;
        for (int warm = 0; warm < 3; warm++) {
            long begin = cpuTime();
            for (int i = 0; i < ROUNDS; i++) {
                check.complaint(TEN.get(i % TEN.size()), "da");
            }
            micros = (cpuTime() - begin) / 1e3 / ROUNDS;
        }
        report.append(String.format(
                Locale.ROOT, "| %s | %.1f | %.0f | %.0f | %.0f |%n", name, megabytes, startMillis, heap / 1e6, micros));
    }

    /** OpenNLP is held to the ratio that was chosen for it. */
    private static LanguageCheck check(LanguageGuess guess) {
        return guess instanceof OpenNlpGuess ? new LanguageCheck(guess, 1.25) : new LanguageCheck(guess);
    }

    private static long right(List<LabelledAnswers.Answer> answers, LanguageGuess guess) {
        LanguageCheck check = check(guess);
        return answers.stream()
                .filter(one -> check.complaint(one.statements(), one.asked()).isEmpty() == one.accepted())
                .count();
    }

    private void confusions(
            String title,
            LabelledAnswers labelled,
            LanguageGuess profiles,
            LanguageGuess model,
            UnaryOperator<String> change) {
        report.append('\n')
                .append(title)
                .append(", by the likeliest language:\n\n")
                .append("| written | statements | right: profiles | taken for | right: OpenNLP | taken for |\n")
                .append("|---|---|---|---|---|---|\n");
        labelled.statements()
                .forEach((language, statements) -> report.append(String.format(
                        "| %s | %d | %s | %s |%n",
                        language,
                        statements.size(),
                        confusion(language, statements, profiles, change),
                        confusion(language, statements, model, change))));
    }

    private static String confusion(
            String language, List<String> statements, LanguageGuess guess, UnaryOperator<String> change) {
        Map<String, Integer> others = new TreeMap<>();
        int right = 0;
        for (String statement : statements) {
            String likeliest = likeliest(guess, change.apply(statement));
            if (likeliest.equals(language)) {
                right++;
            } else {
                others.merge(likeliest, 1, Integer::sum);
            }
        }
        return right + " | "
                + others.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                        .map(other -> other.getKey() + " " + other.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String likeliest(LanguageGuess guess, String text) {
        int[] candidates = IntStream.range(0, guess.languages().size())
                .filter(i -> LanguageCheck.PLAUSIBLE.contains(guess.languages().get(i)))
                .toArray();
        double[] evidence = guess.evidence(text, candidates);
        int likeliest = IntStream.of(candidates)
                .boxed()
                .max(Comparator.comparingDouble(i -> evidence[i]))
                .orElseThrow();
        String iso3 = guess.languages().get(likeliest);
        return CODES.getOrDefault(iso3, iso3);
    }

    private void write() throws IOException {
        Path docs = Path.of("..", "docs", "language-check.md");
        String measured = "<!-- measured -->\n\n" + report + "\n<!-- /measured -->";
        Files.writeString(
                docs,
                Files.readString(docs)
                        .replaceAll("(?s)<!-- measured -->.*<!-- /measured -->", Matcher.quoteReplacement(measured)));
    }

    /** The jars of the model and its reader. */
    private static double jars() {
        long bytes = 0;
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : path.split(java.io.File.pathSeparator)) {
            String file = Path.of(entry).getFileName().toString();
            if (file.startsWith("opennlp-") || file.startsWith("slf4j-api-")) {
                bytes += Path.of(entry).toFile().length();
            }
        }
        return bytes / 1e6;
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
