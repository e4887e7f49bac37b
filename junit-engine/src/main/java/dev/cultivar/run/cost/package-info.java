/** What a run costs and what stops it. */
@NullMarked
package dev.cultivar.run.cost;

import org.jspecify.annotations.NullMarked;
