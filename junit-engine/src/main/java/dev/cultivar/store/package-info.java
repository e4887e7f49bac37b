/** Every response and stance, keyed by what was asked. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.store;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
