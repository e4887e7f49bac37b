package dev.cultivar.results.baseline;

import dev.cultivar.api.Verdict;

/** The verdict on a change since a baseline: a gate's, or, without a gate, whether the change is more than chance. */
public enum ChangeVerdict {
    PASS,
    FAIL,
    INCONCLUSIVE,
    ROSE,
    FELL,
    NO_CERTAIN_CHANGE,
    NOT_COMPARED;

    static ChangeVerdict of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> PASS;
            case FAIL -> FAIL;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }
}
