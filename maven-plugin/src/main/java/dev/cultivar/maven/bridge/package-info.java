/** The code that runs inside the class loader of the project under test; it takes and returns only JDK types. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.maven.bridge;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
