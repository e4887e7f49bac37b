/** The figures of a report. */
@NullMarked
package dev.cultivar.report.figure;

import org.jspecify.annotations.NullMarked;
