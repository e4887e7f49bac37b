/** Scores that a user brought, read from CSV and analysed like a run. */
@NullMarked
package dev.cultivar.analysis.scores;

import org.jspecify.annotations.NullMarked;
