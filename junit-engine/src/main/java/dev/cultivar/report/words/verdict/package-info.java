/** The verdict on a whole run, in one or a few words. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.words.verdict;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
