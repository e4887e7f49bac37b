/** The pipeline: plan, generate, screen, judge, score. */
@NullMarked
package dev.cultivar.run;

import org.jspecify.annotations.NullMarked;
