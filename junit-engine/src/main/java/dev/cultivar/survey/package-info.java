/** Topics, populations and their value polarity; import of survey microdata. */
@NullMarked
package dev.cultivar.survey;

import org.jspecify.annotations.NullMarked;
