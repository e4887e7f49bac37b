package dev.cultivar.text;

/** A share as a person wrote it. */
public final class WrittenShare {

    private static final double PERCENT = 100;

    private WrittenShare() {}

    /** The number in [0,1] that the text states, or NaN. */
    public static double of(String text) {
        double value = number(text);
        return value >= 0 && value <= 1 ? value + 0.0 : Double.NaN;
    }

    /** What is wrong with a text that is not a share, and what it may have meant; to be printed after the text. */
    public static String problem(String text) {
        double value = number(text.endsWith("%") ? text.substring(0, text.length() - 1) : text.replace(',', '.'));
        boolean percentage = text.endsWith("%") ? value >= 0 : value > 1 && value <= PERCENT;
        return "is not a number in [0,1]" + (percentage ? "; write a share, not a percentage" : "");
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
