package dev.cultivar.model;

import dev.cultivar.settings.EndpointSettings;
import java.util.HashMap;
import java.util.Map;

/** One {@link Admission} for each endpoint and key, however many runs of this JVM ask it at the same time. */
final class Admissions {

    private static final Map<String, Shared> OPEN = new HashMap<>();

    private Admissions() {}

    private static final class Shared {
        final Admission admission;
        int users;

        Shared(Admission admission) {
            this.admission = admission;
        }
    }

    static Admission open(EndpointSettings settings, Backoff backoff) {
        synchronized (OPEN) {
            Shared shared = OPEN.computeIfAbsent(
                    identity(settings),
                    name -> new Shared(new Admission(
                            settings.concurrency(),
                            Places.of(name, settings.concurrency()),
                            Pace.of(settings),
                            backoff)));
            shared.users++;
            return shared.admission;
        }
    }

    static void close(EndpointSettings settings) {
        synchronized (OPEN) {
            OPEN.computeIfPresent(identity(settings), (name, shared) -> {
                if (--shared.users > 0) {
                    return shared;
                }
                shared.admission.leave();
                return null;
            });
        }
    }

    /** Runs that disagree about the limits do not share them. */
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
