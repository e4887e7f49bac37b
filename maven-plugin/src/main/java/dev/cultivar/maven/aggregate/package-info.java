/** One report and one verdict for the runs of several modules. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.maven.aggregate;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
