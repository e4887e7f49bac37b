/** What a run will ask. */
@NullMarked
package dev.cultivar.run.plan;

import org.jspecify.annotations.NullMarked;
