/** Group-sequential tests: boundaries, repeated p-values and conditional power; numbers only. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.stats.sequential;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
