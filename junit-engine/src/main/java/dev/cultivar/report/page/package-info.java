/** The page: one HTML file that opens from disk. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.page;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
