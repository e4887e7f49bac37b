/** Allure results. */
@NullMarked
package dev.cultivar.report.allure;

import org.jspecify.annotations.NullMarked;
