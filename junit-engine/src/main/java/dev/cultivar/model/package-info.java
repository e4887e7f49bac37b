/** Talks to chat endpoints over HTTP. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.model;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
