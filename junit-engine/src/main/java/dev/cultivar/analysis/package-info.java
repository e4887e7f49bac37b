/** Computes alignment, self-consistency, bias and the capability relationship from scored responses. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.analysis;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
