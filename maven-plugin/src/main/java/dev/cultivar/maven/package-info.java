/** The goals. They are thin; each calls one service of the engine. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.maven;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
