package dev.cultivar.analysis.scores;

import dev.cultivar.settings.Method;
import dev.cultivar.survey.PopulationSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Scores to analyse without asking any model.
 *
 * @param scores CSV with the columns {@code model,family,language,topic,polarity}, one row per response
 * @param capability CSV with the columns {@code model,language,capability}
 * @param populations whom the scores are compared with
 * @param method robust or published
 * @param rounds bootstrap rounds, at least 100
 * @param seed of everything random
 * @param confidence level of intervals, in (0,1)
 * @param reliability share by which self-consistency is divided, in (0,1]
 * @param mostRejected share of a file's rows that may be malformed, in [0,1]
 */
public record ScoresRequest(
        Path scores,
        Optional<Path> capability,
        PopulationSource populations,
        Method method,
        int rounds,
        long seed,
        double confidence,
        double reliability,
        double mostRejected) {

    /** Reliability of the paper's judge, whose error was 0.045. */
    public static final double PAPER_RELIABILITY = 0.955;

    /** The defaults: robust with 2,000 rounds, or published with 100. */
    public static ScoresRequest of(Path scores, Method method) {
        return new ScoresRequest(
                scores,
                Optional.empty(),
                PopulationSource.BUILT_IN,
                method,
                method == Method.ROBUST ? 2000 : 100,
                1,
                0.95,
                PAPER_RELIABILITY,
                0.01);
    }
}
