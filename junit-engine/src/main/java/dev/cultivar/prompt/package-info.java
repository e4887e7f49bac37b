/** Words the questions: templates and topic wordings per language, and the seeded plan of which ones are asked. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.prompt;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
