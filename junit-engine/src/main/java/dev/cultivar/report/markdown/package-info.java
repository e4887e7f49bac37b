/** Markdown: the summary, and the comparison with an earlier run. */
@NullMarked
package dev.cultivar.report.markdown;

import org.jspecify.annotations.NullMarked;
