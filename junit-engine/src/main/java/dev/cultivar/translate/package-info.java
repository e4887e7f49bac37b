/** Drafts the prompts of another language with a model, for people to review. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.translate;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
