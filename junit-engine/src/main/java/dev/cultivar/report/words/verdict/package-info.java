/** What a whole run came to, in a word or a few. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.words.verdict;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
