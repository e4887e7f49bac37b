/** An estimate with what its interval follows from: statistic, metric, scale and pivot. */
@NullMarked
package dev.cultivar.analysis.estimate;

import org.jspecify.annotations.NullMarked;
