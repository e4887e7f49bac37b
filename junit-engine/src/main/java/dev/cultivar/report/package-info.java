/** Writes the results of a run: results.json, CSV, the console table, Allure results, HTML. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
