package dev.cultivar.model.limits;

/**
 * What is under way at the endpoints.
 *
 * @param underWay requests that were sent and have not ended
 * @param most how many the endpoints bear at present, as learned from them
 */
public record InFlight(int underWay, int most) {

    public InFlight plus(InFlight other) {
        return new InFlight(underWay + other.underWay, most + other.most);
    }
}
