/** The sentences of all reports, made from facts. */
@NullMarked
package dev.cultivar.report.words;

import org.jspecify.annotations.NullMarked;
