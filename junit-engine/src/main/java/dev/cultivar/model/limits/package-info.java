/** How many calls an endpoint gets, when, and whose turn it is. */
@NullMarked
package dev.cultivar.model.limits;

import org.jspecify.annotations.NullMarked;
