/** A page that runs nothing but its own script, and markup in which every text is escaped. */
@NullMarked
package dev.cultivar.report.html;

import org.jspecify.annotations.NullMarked;
