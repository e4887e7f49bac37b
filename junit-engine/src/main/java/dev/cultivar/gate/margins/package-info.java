/** What margins of regression gates an unchanged release needs. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.gate.margins;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
