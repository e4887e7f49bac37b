package dev.cultivar.model.http;

import dev.cultivar.provider.WireResponse;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Receives the response, or the reason there is none; exactly one of the two is present. */
interface ReplyReceiver extends BiConsumer<@Nullable WireResponse, @Nullable IOException> {}
