/** Scored responses as counts: topics by polarity, and stances. */
@NullMarked
package dev.cultivar.analysis.counts;

import org.jspecify.annotations.NullMarked;
