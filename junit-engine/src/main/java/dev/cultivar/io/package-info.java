/** Files written whole or not at all, and digests. */
@NullMarked
package dev.cultivar.io;

import org.jspecify.annotations.NullMarked;
