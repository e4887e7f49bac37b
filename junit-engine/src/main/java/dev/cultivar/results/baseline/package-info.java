/** A run beside a baseline: what changed, what a baseline keeps of it, and which gates it would hold. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.results.baseline;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
