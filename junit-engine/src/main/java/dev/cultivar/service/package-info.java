/** What a goal or the engine asks for: live run, dry run, batch run, doctor, translation. */
@NullMarked
package dev.cultivar.service;

import org.jspecify.annotations.NullMarked;
