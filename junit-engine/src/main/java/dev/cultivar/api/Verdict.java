package dev.cultivar.api;

import org.apiguardian.api.API;

/** What a gate says about a statistic. */
@API(status = API.Status.STABLE, since = "0.1")
public enum Verdict {
    /** The whole interval lies on the right side of the threshold. */
    PASS,
    /** The whole interval lies on the wrong side, or the statistic could not be computed. */
    FAIL,
    /** The interval contains the threshold. */
    INCONCLUSIVE
}
