/** What a run was told, and by whom: {@code cultivar.yaml}, annotations and configuration parameters. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.settings;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
