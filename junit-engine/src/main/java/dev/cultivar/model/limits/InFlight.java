package dev.cultivar.model.limits;

/**
 * Requests in flight at the endpoints.
 *
 * @param requests sent but not yet ended
 * @param limit how many requests the endpoints currently allow, as learned from their responses
 */
public record InFlight(int requests, int limit) {

    public InFlight plus(InFlight other) {
        return new InFlight(requests + other.requests, limit + other.limit);
    }
}
