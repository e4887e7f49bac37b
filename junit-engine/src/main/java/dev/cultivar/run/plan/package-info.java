/** What a run will ask. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.run.plan;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
