/** From scored responses to alignment, self-consistency, bias and the capability relationship. */
@NullMarked
package dev.cultivar.analysis;

import org.jspecify.annotations.NullMarked;
