/** Which margins regression gates need for an unchanged release. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.gate.margins;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
