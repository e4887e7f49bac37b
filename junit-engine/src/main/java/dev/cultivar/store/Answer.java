package dev.cultivar.store;

import dev.cultivar.provider.ModelResponse;
import java.time.Instant;

/**
 * The answer to a request: the one that a run uses.
 *
 * @param stored when it was stored; for a new answer, now
 */
public record Answer(ModelResponse response, Instant stored) {}
