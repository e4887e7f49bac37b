package dev.cultivar.model.limits;

/**
 * Requests in flight at the endpoints.
 *
 * @param requests sent and not ended
 * @param limit how many the endpoints allow at present, as learned from their responses
 */
public record InFlight(int requests, int limit) {

    public InFlight plus(InFlight other) {
        return new InFlight(requests + other.requests, limit + other.limit);
    }
}
