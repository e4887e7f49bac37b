/** The sentences of all reports, made from facts. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.words;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
