/** The facts of a run, as results.json and results.csv hold them. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.results;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
