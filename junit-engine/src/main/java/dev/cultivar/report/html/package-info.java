/** A page that runs nothing but its own script, and markup in which every text is escaped. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.html;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
