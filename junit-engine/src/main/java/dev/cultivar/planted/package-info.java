/** Built-in models of known values, answering over HTTP on loopback. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.planted;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
