/** Earlier runs: their file, and what changed since. */
@NullMarked
package dev.cultivar.history;

import org.jspecify.annotations.NullMarked;
