/** The regressions of Eq. 3 and Eq. 4 over the cells of a run. */
@NullMarked
package dev.cultivar.analysis.regression;

import org.jspecify.annotations.NullMarked;
