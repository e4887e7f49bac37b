/** An estimate with what its interval follows from: statistic, metric, scale and pivot. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.analysis.estimate;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
