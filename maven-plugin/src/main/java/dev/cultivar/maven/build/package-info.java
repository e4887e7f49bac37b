/** The build that the goals run in: its root, class path and interruption. */
@NullMarked
package dev.cultivar.maven.build;

import org.jspecify.annotations.NullMarked;
