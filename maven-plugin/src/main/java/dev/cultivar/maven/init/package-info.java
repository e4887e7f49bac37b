/** The goal that starts a project. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.maven.init;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
