/** What runs inside the class loader of the project under test; takes and gives types of the JDK only. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.cultivar.maven.bridge;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
