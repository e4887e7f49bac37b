/** What users of Cultivar work with: the annotations, and the few types that their own assertions see. */
@NullMarked
package dev.cultivar.api;

import org.jspecify.annotations.NullMarked;
