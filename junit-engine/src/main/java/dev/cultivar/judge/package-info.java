/** Asks a judge for the stance of each statement. */
@NullMarked
package dev.cultivar.judge;

import org.jspecify.annotations.NullMarked;
