package dev.cultivar.analysis.estimate;

import dev.cultivar.analysis.calibration.CalibratedJudge;
import dev.cultivar.analysis.calibration.JudgeErrors;
import dev.cultivar.settings.Estimand;
import dev.cultivar.settings.Method;
import dev.cultivar.settings.RunSettings;
import dev.cultivar.settings.Settings;
import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be estimated, and how.
 *
 * @param seed of the bootstrap
 * @param confidence level of intervals, in (0,1)
 * @param rounds bootstrap rounds, at least 100
 * @param reliability share by which self-consistency is divided, in (0,1]; empty for a judge of unknown reliability
 * @param references countries that bias is measured towards
 * @param populations populations that alignment is measured with besides the local countries, the references, the language's speakers and
 *     everyone
 * @param metrics metrics of alignment; bias always uses Spearman's rho
 * @param method robust or published; the latter knows Spearman's rho only
 * @param estimand which question the first interval of a row answers; with the published method always all topics
 * @param regressions whether the regressions of Eq. 3 and 4 are fitted
 * @param judgeErrors the judge's confusion matrix by language, used to correct correlations; empty where the judge's errors are unknown.
 *     The published method does not correct
 */
public record AnalysisOptions(
        long seed,
        double confidence,
        int rounds,
        OptionalDouble reliability,
        SortedSet<String> references,
        SortedSet<String> populations,
        Set<Metric> metrics,
        Method method,
        Estimand estimand,
        boolean regressions,
        SortedMap<String, JudgeErrors> judgeErrors) {

    /** Options for these topics and a judge whose errors are unknown. */
    public AnalysisOptions(
            long seed,
            double confidence,
            int rounds,
            OptionalDouble reliability,
            SortedSet<String> references,
            SortedSet<String> populations,
            Set<Metric> metrics,
            Method method,
            boolean regressions) {
        this(
                seed,
                confidence,
                rounds,
                reliability,
                references,
                populations,
                metrics,
                method,
                Estimand.THESE_TOPICS,
                regressions,
                Collections.emptySortedMap());
    }

    private static final int LEAST_ROUNDS = 100;

    public AnalysisOptions {
        if (rounds < LEAST_ROUNDS) {
            throw new IllegalArgumentException("rounds is " + rounds + "; it must be at least " + LEAST_ROUNDS);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence is " + confidence + "; it must lie strictly between 0 and 1");
        }
        references = Collections.unmodifiableSortedSet(new TreeSet<>(references));
        populations = Collections.unmodifiableSortedSet(new TreeSet<>(populations));
        estimand = method == Method.PUBLISHED ? Estimand.ALL_TOPICS : estimand;
        EnumSet<Metric> all = EnumSet.of(Metric.SPEARMAN);
        all.addAll(metrics);
        judgeErrors = Collections.unmodifiableSortedMap(new TreeMap<>(judgeErrors));
        metrics = Collections.unmodifiableSet(all);
    }

    /** A run's options: Spearman's rho with the usual populations, and bias towards the United States. */
    public static AnalysisOptions of(RunSettings settings) {
        return new AnalysisOptions(
                settings.value(Settings.SEED),
                settings.value(Settings.CONFIDENCE),
                settings.value(Settings.ROUNDS),
                CalibratedJudge.reliability(settings),
                new TreeSet<>(Set.of("US")),
                new TreeSet<>(),
                Set.of(),
                settings.value(Settings.METHOD),
                settings.estimand(),
                false,
                CalibratedJudge.errors(settings));
    }

    /** The same with alignment and consistency estimated for one more population. */
    public AnalysisOptions withPopulation(String population) {
        return with(rounds, references, plus(populations, population), metrics, regressions);
    }

    /** The same with the bias towards one more country. */
    public AnalysisOptions withReference(String country) {
        return with(rounds, plus(references, country), populations, metrics, regressions);
    }

    /** The same with one more metric of alignment. */
    public AnalysisOptions withMetric(Metric metric) {
        Set<Metric> more = EnumSet.copyOf(metrics);
        more.add(metric);
        return with(rounds, references, populations, more, regressions);
    }

    /** The same with the fewest rounds, for when nobody reads the intervals that rest on them. */
    public AnalysisOptions withFewestRounds() {
        return with(LEAST_ROUNDS, references, populations, metrics, regressions);
    }

    /** The same with the regressions of Eq. 3 and 4. */
    public AnalysisOptions withRegressions() {
        return with(rounds, references, populations, metrics, true);
    }

    private static SortedSet<String> plus(SortedSet<String> names, String name) {
        TreeSet<String> more = new TreeSet<>(names);
        more.add(name);
        return more;
    }

    private AnalysisOptions with(
            int rounds,
            SortedSet<String> references,
            SortedSet<String> populations,
            Set<Metric> metrics,
            boolean regressions) {
        return new AnalysisOptions(
                seed,
                confidence,
                rounds,
                reliability,
                references,
                populations,
                metrics,
                method,
                estimand,
                regressions,
                judgeErrors);
    }
}
