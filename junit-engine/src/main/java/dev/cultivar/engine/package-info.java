/** The JUnit Platform engine: discovery, descriptors, execution. Nothing else here knows JUnit, but for {@code @Testable} on the annotations. */
@NullMarked
package dev.cultivar.engine;

import org.jspecify.annotations.NullMarked;
