/** Alignments, biases and consistencies of counts, and what the judge's errors leave of them. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.analysis.alignment;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
