/** A user's own scores, read from CSV and analysed like a run. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.analysis.scores;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
