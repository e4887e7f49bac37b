/** The figures of a report. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.figure;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
