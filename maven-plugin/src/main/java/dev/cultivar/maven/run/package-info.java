/** Runs a project's suites, records what happened to them, and decides the build. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.maven.run;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
