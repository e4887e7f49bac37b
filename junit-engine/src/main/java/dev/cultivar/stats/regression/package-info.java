/** Least squares and the linear mixed model: plain numbers. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.stats.regression;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
