package dev.cultivar.settings;

import dev.cultivar.text.CsvRecords;
import dev.cultivar.text.PlainText;
import dev.cultivar.text.WrittenShare;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of benchmark scores in [0,1]: {@code model}, {@code language} and {@code score} (or {@code capability}), and
 * {@code benchmark} if there are several. A model's capability in a language is their mean.
 */
final class BenchmarkScores {

    private final Path file;

    BenchmarkScores(Path file) {
        this.file = file;
    }

    /**
     * A model's mean scores by language.
     *
     * @param places who wants them, for messages
     * @throws SettingsException if the file or one of its rows cannot be read, or if it has no row for the model
     */
    Map<String, Double> of(String model, String place) {
        Map<String, List<Double>> scores = new TreeMap<>();
        try (Reader in = Files.newBufferedReader(file);
                CsvRecords rows = CsvRecords.ofAnySeparator(in)) {
            List<String> header = rows.header();
            require(header, place, "model");
            require(header, place, "language");
            String values = header.contains("score") ? "score" : "capability";
            require(header, place, values);
            boolean several = header.contains("benchmark");
            Set<String> seen = new HashSet<>();
            for (int row = 2; rows.next(); row++) {
                if (model.equals(text(rows, "model"))) {
                    String language = text(rows, "language");
                    String benchmark = several ? text(rows, "benchmark") : "";
                    if (!seen.add(language + " " + benchmark)) {
                        throw problem(
                                place,
                                "row " + row + " repeats " + language
                                        + (several
                                                ? ""
                                                : "; a file of several benchmarks needs the column 'benchmark'"));
                    }
                    scores.computeIfAbsent(language, any -> new ArrayList<>())
                            .add(score(text(rows, values), row, place));
                }
            }
        } catch (IOException e) {
            throw new SettingsException(
                    place + " names " + file + ", which cannot be read ("
                            + e.getClass().getSimpleName() + ").",
                    e);
        }
        if (scores.isEmpty()) {
            throw problem(place, "no row is for model '" + model + "'");
        }
        Map<String, Double> means = new TreeMap<>();
        scores.forEach((language, all) -> means.put(
                language,
                all.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
        return means;
    }

    private static String text(CsvRecords rows, String column) {
        @Nullable String text = rows.get(column);
        return text == null ? "" : text.strip();
    }

    private void require(List<String> header, String place, String name) {
        if (!header.contains(name)) {
            throw problem(place, "it has no column '" + name + "'; its first line must be model,language,score");
        }
    }

    private double score(String text, int row, String place) {
        double score = WrittenShare.of(text);
        if (Double.isNaN(score)) {
            throw problem(
                    place,
                    "row " + row + " has the score " + PlainText.quoted(text) + ", which "
                            + WrittenShare.problem(text));
        }
        return score;
    }

    private SettingsException problem(String place, String what) {
        return new SettingsException(place + " names " + file + ": " + what + ".");
    }
}
