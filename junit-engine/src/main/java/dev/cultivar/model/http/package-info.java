/** The way to an endpoint: connections, retries, errors, and what must not be shown of them. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.model.http;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
