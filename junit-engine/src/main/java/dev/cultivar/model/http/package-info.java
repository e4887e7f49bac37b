/** The way to an endpoint: connections, retries, errors, and what must not be shown of them. */
@NullMarked
package dev.cultivar.model.http;

import org.jspecify.annotations.NullMarked;
