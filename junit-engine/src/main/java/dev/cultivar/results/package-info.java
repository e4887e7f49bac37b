/** The facts of a run, as in results.json and results.csv. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.results;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
