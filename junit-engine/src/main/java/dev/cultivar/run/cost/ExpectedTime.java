package dev.cultivar.run.cost;

import dev.cultivar.provider.Usage;
import dev.cultivar.settings.EndpointSettings;
import dev.cultivar.settings.ModelSettings;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long the calls of a run take if every endpoint is kept as busy as it allows. Endpoints work in parallel, and judging overlaps with
 * asking, so the slowest endpoint decides.
 */
public final class ExpectedTime {

    /** The assumed duration of a call to a model while none is known. */
    public static final Duration ANSWER = Duration.ofSeconds(7);

    /** The assumed duration of a call to a judge while none is known. */
    public static final Duration JUDGEMENT = Duration.ofSeconds(2);

    private final Map<String, EndpointSettings> endpoints;
    private final Map<String, Load> loads = new TreeMap<>();

    private record Load(double seconds, double calls, double tokens) {}

    /**
     * @param endpoints the endpoints by name
     */
    public ExpectedTime(Map<String, EndpointSettings> endpoints) {
        this.endpoints = Map.copyOf(endpoints);
    }

    /**
     * Adds calls to a model; calls to a model whose endpoint is unknown take no time.
     *
     * @param each duration of one call
     */
    public void add(ModelSettings model, Duration each, long calls, Usage usage) {
        double seconds = (double) calls * each.toMillis() / 1000;
        loads.merge(
                model.endpoint(),
                new Load(seconds, calls, usage.input() + usage.output()),
                (one, other) -> new Load(
                        one.seconds() + other.seconds(), one.calls() + other.calls(), one.tokens() + other.tokens()));
    }

    /** The time of the slowest endpoint; zero if there are no calls. */
    public Duration longest() {
        double longest = 0;
        for (Map.Entry<String, Load> entry : loads.entrySet()) {
            EndpointSettings endpoint = endpoints.get(entry.getKey());
            longest = endpoint == null ? longest : Math.max(longest, seconds(endpoint, entry.getValue()));
        }
        return Duration.ofMillis(Math.round(1000 * longest));
    }

    private static double seconds(EndpointSettings endpoint, Load load) {
        double busy = load.seconds() / endpoint.concurrency();
        double byCalls = endpoint.requestsPerMinute().isPresent()
                ? 60 * load.calls() / endpoint.requestsPerMinute().getAsInt()
                : 0;
        double byTokens = endpoint.tokensPerMinute().isPresent()
                ? 60 * load.tokens() / endpoint.tokensPerMinute().getAsInt()
                : 0;
        return Math.max(busy, Math.max(byCalls, byTokens));
    }
}
