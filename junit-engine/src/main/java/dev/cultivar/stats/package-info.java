/** Ranks, resampling, regressions and intervals: numbers only, no domain word. */
@NullMarked
package dev.cultivar.stats;

import org.jspecify.annotations.NullMarked;
