/** Responses, from prompt to polarity, and what they add up to. */
@NullMarked
package dev.cultivar.run.response;

import org.jspecify.annotations.NullMarked;
