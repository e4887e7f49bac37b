/** Where results come from: settings, models, prompts, machine and commit. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.results.provenance;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
