package dev.cultivar.analysis.scores;

import dev.cultivar.analysis.counts.PolarityCounts;
import dev.cultivar.analysis.counts.ScoredSample;
import dev.cultivar.api.Outcome;
import dev.cultivar.text.Digits;
import dev.cultivar.text.WrittenShare;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads scores and capabilities. Responses are counted as they are read, so a file may have any length. */
public final class ScoresFile {

    private record Key(String model, String language) {}

    private final Map<Key, TreeMap<String, SortedMap<Double, Integer>>> counts = new LinkedHashMap<>();
    private final Map<String, String> families = new HashMap<>();
    private final CsvRows rows;

    private ScoresFile(Path file) {
        rows = new CsvRows(file, "model", "family", "language", "topic", "polarity");
    }

    private static final String FORMER_REFERENCE_FAMILY = "baseline";

    /**
     * Reads scores.
     *
     * @throws ScoresException where the file or too many of its rows cannot be used
     */
    static ScoresFile read(Path file, double mostRejected) {
        ScoresFile scores = new ScoresFile(file);
        scores.rows.read(mostRejected, scores::row);
        return scores;
    }

    private @Nullable String row(List<String> fields, long line) {
        String model = fields.get(0);
        double polarity = rows.share(fields.get(4));
        if (Double.isNaN(polarity)) {
            return "polarity " + CsvRows.shown(fields.get(4)) + " " + WrittenShare.problem(fields.get(4));
        }
        if (fields.get(1).equals(FORMER_REFERENCE_FAMILY)) {
            throw new ScoresException(
                    "The family '" + FORMER_REFERENCE_FAMILY + "' of model " + CsvRows.shown(model) + " is now called '"
                            + ScoredSample.REFERENCE_FAMILY + "'; rename it, so that it stays the reference level.");
        }
        String family = families.putIfAbsent(model, fields.get(1));
        if (family != null && !family.equals(fields.get(1))) {
            return "family " + CsvRows.shown(fields.get(1)) + " of model " + CsvRows.shown(model) + " was "
                    + CsvRows.shown(family) + " before";
        }
        counts.computeIfAbsent(new Key(model, fields.get(2)), key -> new TreeMap<>())
                .computeIfAbsent(fields.get(3), topic -> new TreeMap<>())
                .merge(polarity, 1, Math::addExact);
        return null;
    }

    CsvRows rows() {
        return rows;
    }

    /** One sample for each model and language, in order of appearance. */
    List<ScoredSample> samples() {
        List<ScoredSample> samples = new ArrayList<>();
        counts.forEach((key, byTopic) -> {
            PolarityCounts polarities = new PolarityCounts(byTopic);
            samples.add(new ScoredSample(
                    key.model(),
                    families.getOrDefault(key.model(), key.model()),
                    key.language(),
                    new TreeSet<>(byTopic.keySet()),
                    polarities.total(),
                    Map.of(Outcome.SCORED, Math.toIntExact(polarities.total())),
                    polarities));
        });
        return samples;
    }

    /**
     * Reads capabilities by model, then language. Repeated rows are never accepted, since nobody can tell which one is meant.
     *
     * @param rejected takes a line for each malformed row
     * @throws ScoresException where the file, too many of its rows, or a repeated row cannot be used
     */
    public static Map<String, Map<String, Double>> capability(Path file, double mostRejected, List<String> rejected) {
        Map<String, Map<String, Double>> capability = new HashMap<>();
        CsvRows rows = new CsvRows(file, "model", "language", "capability");
        rows.read(mostRejected, (fields, line) -> {
            double value = rows.share(fields.get(2));
            if (Double.isNaN(value)) {
                return "capability " + CsvRows.shown(fields.get(2)) + " " + WrittenShare.problem(fields.get(2));
            }
            Double before = capability
                    .computeIfAbsent(fields.get(0), model -> new HashMap<>())
                    .putIfAbsent(fields.get(1), value);
            if (before != null) {
                throw new ScoresException(file.getFileName() + ":" + line + ": model " + CsvRows.shown(fields.get(0))
                        + " in " + CsvRows.shown(fields.get(1)) + " has a capability already, "
                        + Digits.exact(before) + "; keep one of the two rows.");
            }
            return null;
        });
        rejected.addAll(rows.rejected());
        return capability;
    }
}
