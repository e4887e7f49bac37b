/** Checks a language file against the master questionnaire: the same slots, the same question in each, clean joins. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.prompt.lint;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
