/** Allure's command, and the report that it makes. */
@NullMarked
package dev.cultivar.maven.allure;

import org.jspecify.annotations.NullMarked;
