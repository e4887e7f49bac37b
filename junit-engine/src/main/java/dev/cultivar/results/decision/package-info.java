/** What a run comes to for someone who has to decide on a release: models, matrix of gates, what moved, what it could see. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.results.decision;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
