/** The JUnit Platform engine: discovery, descriptors, execution. Nothing else here knows JUnit, but for {@code @Testable} on the annotations. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.engine;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
