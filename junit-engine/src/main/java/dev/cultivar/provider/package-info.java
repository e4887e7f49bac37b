/** What the author of a provider implements and uses. */
@NullMarked
package dev.cultivar.provider;

import org.jspecify.annotations.NullMarked;
