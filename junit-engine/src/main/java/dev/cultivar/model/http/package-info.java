/** The transport to an endpoint: connections, retries and errors, and the masking of secrets in them. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.model.http;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
