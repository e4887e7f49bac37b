/** The JUnit Platform engine: discovery, descriptors, execution. Nothing else here knows JUnit. */
@NullMarked
package dev.cultivar.engine;

import org.jspecify.annotations.NullMarked;
