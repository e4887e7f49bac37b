/**
 * The JUnit Platform engine: discovery and the tree. Below this package, only the reader of suites and {@code @Testable} on the
 * annotations depend on JUnit.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.engine;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
