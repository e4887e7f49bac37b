/** What runs inside the class loader of the project under test; takes and gives types of the JDK only. */
@NullMarked
package dev.cultivar.maven.bridge;

import org.jspecify.annotations.NullMarked;
