/** A run's settings and their origins: {@code cultivar.yaml}, annotations and configuration parameters. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.settings;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
