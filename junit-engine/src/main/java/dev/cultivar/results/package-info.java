/** The facts of a run, as results.json and results.csv hold them. */
@NullMarked
package dev.cultivar.results;

import org.jspecify.annotations.NullMarked;
