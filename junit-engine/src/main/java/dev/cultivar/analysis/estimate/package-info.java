/** An estimate and the basis of its interval: statistic, metric, scale and pivot. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.analysis.estimate;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
