/** The record of a run: when, on what, and who answered. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.words.record;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
