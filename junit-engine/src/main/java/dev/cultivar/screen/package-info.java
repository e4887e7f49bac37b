/** Turns an answer into numbered statements: parsing, refusals, language. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.screen;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
