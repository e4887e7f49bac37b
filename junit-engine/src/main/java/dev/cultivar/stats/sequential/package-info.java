/** Group-sequential tests: boundaries, repeated p-values and conditional power; plain numbers. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.stats.sequential;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
