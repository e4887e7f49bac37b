/** Responses, from prompt to polarity, and what they add up to. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.run.response;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
