/** How well a judge's stances agree with people's. */
@NullMarked
package dev.cultivar.analysis.calibration;

import org.jspecify.annotations.NullMarked;
