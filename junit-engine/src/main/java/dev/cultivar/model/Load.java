package dev.cultivar.model;

/**
 * What is under way at the endpoints.
 *
 * @param underWay requests that were sent and have not ended
 * @param most how many the endpoints bear at present, as learned from them
 */
public record Load(int underWay, int most) {

    Load plus(Load other) {
        return new Load(underWay + other.underWay, most + other.most);
    }
}
