/** Scored responses as counts: topics by polarity, and stances. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.analysis.counts;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
