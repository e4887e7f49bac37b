/** Built-in models of known values, answering over HTTP on loopback. */
@NullMarked
package dev.cultivar.planted;

import org.jspecify.annotations.NullMarked;
