/** Batch files: requests that are answered by another way than one call each, and how their results come home. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.batch;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
