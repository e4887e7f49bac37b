/** Reads suite classes and turns them into plans. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.suite;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
