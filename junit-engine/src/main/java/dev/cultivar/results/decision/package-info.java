/** The results for someone who has to decide on a release: models, a matrix of gates, what moved, and what the run could detect. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.results.decision;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
