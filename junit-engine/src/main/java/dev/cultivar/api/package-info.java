/** What a user of Cultivar touches: the annotations and the few types their own assertions see. */
@NullMarked
package dev.cultivar.api;

import org.jspecify.annotations.NullMarked;
