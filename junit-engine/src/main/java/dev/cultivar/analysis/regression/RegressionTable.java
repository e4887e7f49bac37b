package dev.cultivar.analysis.regression;

import dev.cultivar.analysis.estimate.Note;
import dev.cultivar.analysis.estimate.Pivot;
import dev.cultivar.settings.Method;
import dev.cultivar.survey.PopulationKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outcome of one regression. */
public sealed interface RegressionTable {

    Equation equation();

    /** Which regression. */
    sealed interface Equation {}

    /** Eq. 3, a mixed model by REML. */
    record CapabilityEquation() implements Equation {}

    /** Eq. 4, least squares. */
    record BiasEquation(PopulationKey reference) implements Equation {}

    /** No sample has what the equation needs. */
    record NothingToFit(Equation equation) implements RegressionTable {}

    /** The design cannot be fitted; {@code problem} is the fit's message. */
    record Unfit(Equation equation, String problem) implements RegressionTable {}

    /**
     * A fit.
     *
     * @param confidence level of the rows' intervals, in (0,1)
     * @param method {@code published}: each round counted as an observation; {@code robust}: errors by resampling topics
     * @param rounds of the bootstrap
     * @param mixed results of a mixed model, else null
     * @param rSquared share of the variance explained by one least squares fit, else null
     */
    record Fitted(
            Equation equation,
            List<Row> rows,
            double confidence,
            Method method,
            int rounds,
            @Nullable MixedFit mixed,
            @Nullable Double rSquared)
            implements RegressionTable {
        public Fitted {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A coefficient.
     *
     * @param pivot null where its standard error has no value
     * @param single errors from the single fit itself, null where there is none
     */
    record Row(
            String term,
            double value,
            @Nullable Pivot pivot,
            @Nullable SingleFit single) {}

    /** Standard error, &gt;= 0, and degrees of freedom (Satterthwaite). */
    record SingleFit(double standardError, double df) {}

    /**
     * Variances and R-squared of a mixed model.
     *
     * @param groupVariance between models, &gt;= 0
     * @param residualVariance &gt;= 0
     * @param marginalRSquared explained by the fixed effects, in [0,1]
     * @param conditionalRSquared explained by fixed and random effects, in [0,1]
     * @param boundary whether the variance between models was estimated as 0
     */
    record MixedFit(
            double groupVariance,
            double residualVariance,
            double remlLogLikelihood,
            double marginalRSquared,
            double conditionalRSquared,
            boolean boundary) {

        /** No alignment exceeds this, so no standard deviation of alignments does. */
        private static final double MOST = 1;

        /** Why the coefficients say nothing about capability, where the models' intercepts differ by more than alignments can. */
        public Optional<Note> fault() {
            double deviation = Math.sqrt(groupVariance);
            return deviation > MOST ? Optional.of(new Note.InterceptsBeyondAlignment(deviation)) : Optional.empty();
        }
    }
}
