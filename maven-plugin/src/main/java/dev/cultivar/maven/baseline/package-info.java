/** Saves a run as a baseline and compares with it. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.maven.baseline;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
