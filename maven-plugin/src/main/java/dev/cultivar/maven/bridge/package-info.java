/**
 * The only classes of the plugin that see a project's test classes: they are loaded a second time, beside them, and talk
 * to the goals in types of the JDK.
 */
@NullMarked
package dev.cultivar.maven.bridge;

import org.jspecify.annotations.NullMarked;
