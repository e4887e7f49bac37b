/** Turns statistics and thresholds into verdicts. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.gate;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
