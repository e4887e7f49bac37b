package dev.cultivar.store;

import dev.cultivar.io.Sha256;

/**
 * Shows that nobody has changed a row of answers: a digest over its key, date and answer as they were written. Anyone who can write the
 * table can make a new one, so it is not a signature.
 */
final class RowDigest {

    private RowDigest() {}

    /** @param answer as it stands in the row */
    static String of(String hash, String kind, String model, long stored, String answer) {
        return Sha256.of(hash + "\n" + kind + "\n" + stored + "\n" + model.length() + "\n" + model + "\n" + answer)
                .hex();
    }

    /** Refuses a row that differs from what was written. */
    static void require(StoreKey key, long stored, String answer, String digest) {
        if (!of(key.hash(), key.kind().name(), key.model(), stored, answer).equals(digest)) {
            throw new StoreException("a stored answer of " + key.model() + " (key "
                    + key.hash().substring(0, 12)
                    + "…) has changed since it was stored, as its digest shows: the store was"
                    + " changed or is damaged. Ask for everything again with -Dcultivar.mode=refresh, or import an"
                    + " export into an empty store");
        }
    }
}
