/** Runs a project's suites, notes what became of them, and decides the build. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.maven.run;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
