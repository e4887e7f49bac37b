/** What a run costs and what stops it. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.run.cost;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
