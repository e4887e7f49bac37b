/** Ranks, resampling, regressions and intervals: plain numbers, without terms of the domain. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.stats;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
