package dev.cultivar.prompt.lint;

/**
 * Something in a language file that asks a different question from the master, or does not read well.
 *
 * @param place a template or a topic's slot, for example {@code F120 claim-con}
 * @param what what is wrong, for the author of the file
 */
public record Fault(String place, String what) {

    @Override
    public String toString() {
        return place + ": " + what;
    }
}
