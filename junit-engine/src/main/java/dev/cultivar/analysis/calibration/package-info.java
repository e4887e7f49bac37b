/** How well a judge's stances agree with people's. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.analysis.calibration;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
