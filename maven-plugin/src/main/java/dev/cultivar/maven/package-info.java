/** Goals: thin, each calls one service of the engine. */
@NullMarked
package dev.cultivar.maven;

import org.jspecify.annotations.NullMarked;
