/** The build in which the goals run: its root, class path and interruption. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.maven.build;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
