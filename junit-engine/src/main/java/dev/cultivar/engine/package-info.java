/** The JUnit Platform engine: discovery and the tree. Below it JUnit is known only by the reader of suites, and by {@code @Testable} on the annotations. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.engine;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
