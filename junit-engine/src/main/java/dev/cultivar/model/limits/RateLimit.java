package dev.cultivar.model.limits;

import dev.cultivar.settings.EndpointSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** An endpoint's requests and tokens per minute, shared by every run on this machine. */
interface RateLimit {

    RateLimit NONE = new RateLimit() {
        @Override
        public long reserve(long tokens) {
            return 0;
        }

        @Override
        public void correct(long estimated, long tokens) {
            // nothing is counted
        }
    };

    /**
     * Reserves one request.
     *
     * @return nanoseconds until it may start, 0 for now
     */
    long reserve(long tokens);

    /** Replaces a request's estimated cost with its actual cost. */
    void correct(long estimated, long tokens);

    /** The limit from the endpoint's settings. */
    static RateLimit of(EndpointSettings settings) {
        String identity = settings.provider() + " " + settings.baseUrl().orElse("") + " "
                + settings.keyEnv().orElse("");
        List<SharedBucket> requests = bucket("requests " + identity, settings.requestsPerMinute());
        List<SharedBucket> tokens = bucket("tokens " + identity, settings.tokensPerMinute());
        if (requests.isEmpty() && tokens.isEmpty()) {
            return NONE;
        }
        return new RateLimit() {
            @Override
            public long reserve(long cost) {
                long wait = requests.isEmpty() ? 0 : requests.get(0).take(1);
                return tokens.isEmpty() ? wait : Math.max(wait, tokens.get(0).take(cost));
            }

            @Override
            public void correct(long estimated, long cost) {
                tokens.forEach(bucket -> bucket.shift(cost - estimated));
            }
        };
    }

    private static List<SharedBucket> bucket(String name, OptionalInt perMinute) {
        List<SharedBucket> bucket = new ArrayList<>(1);
        perMinute.ifPresent(limit -> bucket.add(SharedBucket.of(name, limit)));
        return bucket;
    }
}
