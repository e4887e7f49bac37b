package dev.cultivar.run.response;

import dev.cultivar.api.Outcome;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Outcomes that say nothing about a model, because its endpoint, the judge or the budget failed. */
public final class Unanswered {

    /** All of them. */
    public static final Set<Outcome> OUTCOMES =
            Collections.unmodifiableSet(EnumSet.of(Outcome.PROVIDER_ERROR, Outcome.JUDGE_ERROR, Outcome.OVER_BUDGET));

    private Unanswered() {}

    /** Whether this outcome is one of them. */
    public static boolean is(Outcome outcome) {
        return OUTCOMES.contains(outcome);
    }
}
