/** What reports say first: whom to release, what moved, what a run could see; and names in place of codes. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.words.decision;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
