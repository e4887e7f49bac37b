/** The pipeline: plan, generate, screen, judge, score. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.run;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
