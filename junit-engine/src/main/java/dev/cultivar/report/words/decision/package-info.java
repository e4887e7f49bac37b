/** What reports say first: which models to release, what moved, and what a run could detect. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.words.decision;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
