/** From an answer to numbered statements: parsing, refusals, language. */
@NullMarked
package dev.cultivar.screen;

import org.jspecify.annotations.NullMarked;
