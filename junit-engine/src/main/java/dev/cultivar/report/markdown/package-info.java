/** Markdown: the summary, and the comparison with an earlier run. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.markdown;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
