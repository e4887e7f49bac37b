/** Writes what a run found: results.json, CSV, the console table, Allure results, HTML. */
@NullMarked
package dev.cultivar.report;

import org.jspecify.annotations.NullMarked;
