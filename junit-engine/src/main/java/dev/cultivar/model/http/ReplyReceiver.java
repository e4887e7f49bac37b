package dev.cultivar.model.http;

import dev.cultivar.provider.WireResponse;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What came back, or why nothing did; exactly one is there. */
interface ReplyReceiver extends BiConsumer<@Nullable WireResponse, @Nullable IOException> {}
