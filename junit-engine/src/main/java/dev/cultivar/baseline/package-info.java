/** Models of known values, and their judge, served over real HTTP on loopback. */
@NullMarked
package dev.cultivar.baseline;

import org.jspecify.annotations.NullMarked;
