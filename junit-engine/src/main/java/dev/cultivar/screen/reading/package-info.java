/** Finds the statements of an answer in the list formats that models use. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.screen.reading;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
