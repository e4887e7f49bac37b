/** Ranks, resampling, regressions and intervals: numbers only, no domain word. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.stats;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
