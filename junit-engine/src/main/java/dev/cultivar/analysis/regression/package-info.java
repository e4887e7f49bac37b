/** The regressions of Eq. 3 and Eq. 4 over the cells of a run. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.analysis.regression;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
