/** Allure's report and a page of the project's site, made from existing results. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.maven.report;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
