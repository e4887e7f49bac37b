/** Batch files: requests that are not answered by one call each, and the import of their results. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.batch;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
