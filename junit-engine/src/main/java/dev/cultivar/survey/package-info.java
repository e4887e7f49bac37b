/** Topics, populations and their value polarity; import of survey microdata. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.survey;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
