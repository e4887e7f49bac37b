/** Allure's command line and its report. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.maven.allure;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
