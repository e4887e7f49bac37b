package dev.cultivar.store;

import dev.cultivar.provider.ModelResponse;
import java.time.Instant;

/**
 * The answer to a request that counts.
 *
 * @param stored when it was stored; of one that was asked for, now
 */
public record Answer(ModelResponse response, Instant stored) {}
