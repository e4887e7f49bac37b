/** Decides how many calls an endpoint gets, when, and whose turn it is. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.model.limits;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
