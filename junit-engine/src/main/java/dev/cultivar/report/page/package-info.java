/** The page: one HTML file that opens from disk. */
@NullMarked
package dev.cultivar.report.page;

import org.jspecify.annotations.NullMarked;
