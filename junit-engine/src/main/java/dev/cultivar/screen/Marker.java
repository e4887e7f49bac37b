package dev.cultivar.screen;

/**
 * What begins a statement: {@code 3.}, {@code **3)**}, {@code Citizen 3:} or a bullet.
 *
 * @param value the number, 0 for a bullet
 * @param rest what follows on the line
 */
record Marker(Kind kind, int value, String rest) {

    enum Kind {
        NUMBER,
        LABEL,
        BULLET
    }
}
