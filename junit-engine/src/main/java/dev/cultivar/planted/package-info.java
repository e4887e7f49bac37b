/** Built-in models with known values, answering over HTTP on the loopback interface. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.planted;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
