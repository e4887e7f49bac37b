/** The protocols of the providers that come with Cultivar. */
@NullMarked
package dev.cultivar.model.wire;

import org.jspecify.annotations.NullMarked;
