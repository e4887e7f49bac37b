/** Least squares and the linear mixed model: numbers only. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.stats.regression;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
