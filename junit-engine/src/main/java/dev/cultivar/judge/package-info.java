/** Asks a judge for the stance of each statement. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.judge;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
