/** The protocols of the providers that come with Cultivar. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.model.wire;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
