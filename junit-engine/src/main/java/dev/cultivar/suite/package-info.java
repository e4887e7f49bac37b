/** Suite classes, read into plans. */
@NullMarked
package dev.cultivar.suite;

import org.jspecify.annotations.NullMarked;
