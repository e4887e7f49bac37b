/** The console's report. */
@NullMarked
package dev.cultivar.report.console;

import org.jspecify.annotations.NullMarked;
