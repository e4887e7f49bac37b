/** Atomic file writes, and digests. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.io;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
