/** From scored responses to alignment, self-consistency, bias and the capability relationship. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.analysis;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
