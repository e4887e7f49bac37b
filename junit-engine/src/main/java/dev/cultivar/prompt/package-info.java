/** Words the questions: templates and topic wordings per language, and the seeded plan of which are asked. */
@NullMarked
package dev.cultivar.prompt;

import org.jspecify.annotations.NullMarked;
