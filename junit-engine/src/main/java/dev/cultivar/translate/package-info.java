/** Drafts the prompts of a further language with a model, for people to review. */
@NullMarked
package dev.cultivar.translate;

import org.jspecify.annotations.NullMarked;
