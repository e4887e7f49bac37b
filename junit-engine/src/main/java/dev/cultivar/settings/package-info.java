/** What a run was told, and by whom: {@code cultivar.yaml}, annotations and configuration parameters. */
@NullMarked
package dev.cultivar.settings;

import org.jspecify.annotations.NullMarked;
