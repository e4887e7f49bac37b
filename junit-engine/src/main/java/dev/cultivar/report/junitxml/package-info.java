/** JUnit XML for build servers. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.junitxml;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
