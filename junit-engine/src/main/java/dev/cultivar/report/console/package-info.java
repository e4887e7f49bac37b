/** The console's report. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.console;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
