package dev.cultivar.text;

/** Counts with their noun. */
public final class Plural {

    private Plural() {}

    /** For example {@code 1 topic}, {@code 2 topics}. */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /** For nouns whose plural is not formed with a plain s, and for a noun with its verb: {@code 1 file is}, {@code 2 files are}. */
    public static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
