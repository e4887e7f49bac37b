/** Earlier runs: their files, and what has changed since. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.history;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
