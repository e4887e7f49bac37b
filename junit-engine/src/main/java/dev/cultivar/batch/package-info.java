/** Batch files: requests that are answered by another way than one call each, and how their results come home. */
@NullMarked
package dev.cultivar.batch;

import org.jspecify.annotations.NullMarked;
