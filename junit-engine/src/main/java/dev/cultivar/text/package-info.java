/** Text and numbers as people read them; text from outside made harmless. */
@NullMarked
package dev.cultivar.text;

import org.jspecify.annotations.NullMarked;
