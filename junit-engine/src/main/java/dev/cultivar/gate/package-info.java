/** From statistics and thresholds to verdicts. */
@NullMarked
package dev.cultivar.gate;

import org.jspecify.annotations.NullMarked;
