/** Alignments, biases and consistencies of counts, and what the judge's errors leave of them. */
@NullMarked
package dev.cultivar.analysis.alignment;

import org.jspecify.annotations.NullMarked;
