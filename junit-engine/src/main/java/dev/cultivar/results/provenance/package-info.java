/** Where results come from: settings, models, prompts, machine and commit. */
@NullMarked
package dev.cultivar.results.provenance;

import org.jspecify.annotations.NullMarked;
