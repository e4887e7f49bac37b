/** The steps of a suite's batches. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.maven.batch;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
