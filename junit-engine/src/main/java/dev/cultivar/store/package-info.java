/** Every response and stance, keyed by what was asked. */
@NullMarked
package dev.cultivar.store;

import org.jspecify.annotations.NullMarked;
