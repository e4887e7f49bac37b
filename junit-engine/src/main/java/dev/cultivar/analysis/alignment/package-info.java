/** Computes alignment, bias and consistency from counts, and corrects them for the judge's errors. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.analysis.alignment;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
