/** Allure results. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.report.allure;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
