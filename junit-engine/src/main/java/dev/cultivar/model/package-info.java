/** Talks to chat endpoints over HTTP. */
@NullMarked
package dev.cultivar.model;

import org.jspecify.annotations.NullMarked;
