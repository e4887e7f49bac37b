/** What reports say first: whom to release, what moved, and what a run could see. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.words.decision;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
