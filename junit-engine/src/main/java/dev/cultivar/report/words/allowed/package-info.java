/** Sentences on what a run was allowed. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.words.allowed;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
