package dev.cultivar.model.limits;

import dev.cultivar.settings.EndpointSettings;
import java.util.HashMap;
import java.util.Map;

/** One {@link EndpointScheduler} per endpoint and key, shared by all concurrent runs in this JVM. */
public final class EndpointSchedulers {

    private static final Map<String, Shared> OPEN = new HashMap<>();

    private EndpointSchedulers() {}

    private static final class Shared {
        final EndpointScheduler scheduler;
        int users;

        Shared(EndpointScheduler scheduler) {
            this.scheduler = scheduler;
        }
    }

    public static EndpointScheduler open(EndpointSettings settings, Backoff backoff) {
        synchronized (OPEN) {
            Shared shared = OPEN.computeIfAbsent(
                    identity(settings),
                    name -> new Shared(new EndpointScheduler(
                            settings.concurrency(),
                            Permits.of(name, settings.concurrency()),
                            RateLimit.of(settings),
                            backoff)));
            shared.users++;
            return shared.scheduler;
        }
    }

    public static void close(EndpointSettings settings) {
        synchronized (OPEN) {
            OPEN.computeIfPresent(identity(settings), (name, shared) -> {
                if (--shared.users > 0) {
                    return shared;
                }
                shared.scheduler.close();
                return null;
            });
        }
    }

    /** Runs with different limits do not share a scheduler. */
    private static String identity(EndpointSettings settings) {
        return String.join(
                " ",
                settings.provider(),
                settings.baseUrl().orElse(""),
                settings.keyEnv().orElse(""),
                String.valueOf(settings.concurrency()),
                settings.requestsPerMinute().toString(),
                settings.tokensPerMinute().toString());
    }
}
