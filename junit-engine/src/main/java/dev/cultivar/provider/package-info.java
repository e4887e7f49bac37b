/** What authors of a provider implement and use. */
@NullMarked
package dev.cultivar.provider;

import org.jspecify.annotations.NullMarked;
