package dev.cultivar.gate.facts;

import dev.cultivar.analysis.estimate.Statistic;
import dev.cultivar.settings.Estimand;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The change that a regression gate asks about.
 *
 * @param earlier the run it is compared with
 * @param statistic the statistic that changes
 * @param estimand the question that the gate answers
 * @param margin as set by the suite; null for the least that is planned
 * @param most the greatest margin that is planned
 * @param planned what plan and baseline say before anything is asked; null where they say nothing
 */
public record ChangeSince(
        EarlierRun earlier,
        Statistic statistic,
        Estimand estimand,
        @Nullable Double margin,
        double most,
        @Nullable PlannedMargin planned) {

    /** Why the gate cannot be decided whatever the answers: nobody set a margin, and plan and baseline do not yield one either. */
    public Optional<Obstacle> refused() {
        if (margin != null) {
            return Optional.empty();
        }
        if (planned == null) {
            return Optional.of(new Obstacle.NoPlannedMargin(earlier.file()));
        }
        return planned.least() > most
                ? Optional.of(new Obstacle.LargeMargin(earlier.file(), planned.least(), most, planned.needed()))
                : Optional.empty();
    }
}
