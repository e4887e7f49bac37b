/** A run compared with a baseline: what changed, what the baseline keeps of the run, and which gates it would hold. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.results.baseline;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
