package dev.cultivar.io;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON object that begins with the digest of the rest of it. The digest reveals that a file was changed after it was written, by hand or
 * by a fault, but not a change by someone who also recomputes the digest.
 */
public final class SealedJson {

    /** Name of the digest's property. */
    public static final String DIGEST = "digest";

    private static final Pattern SEAL = Pattern.compile("^(\\s*\\{)\\s*\"" + DIGEST + "\" : \"([0-9a-f]{64})\",");

    private SealedJson() {}

    /** @param json an object with at least one property, in UTF-8 */
    public static byte[] seal(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        int start = text.indexOf('{') + 1;
        if (start == 0) {
            throw new IllegalArgumentException("no JSON object");
        }
        return (text.substring(0, start) + "\n  \"" + DIGEST + "\" : \"" + digest(text) + "\"," + text.substring(start))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Whether it is unchanged since it was sealed. */
    public static boolean holds(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        Matcher seal = SEAL.matcher(text);
        return seal.find() && seal.group(2).equals(digest(seal.group(1) + text.substring(seal.end())));
    }

    /** Ignores line endings, which a checkout may have changed. */
    private static String digest(String text) {
        return Sha256.of(text.replace("\r\n", "\n")).hex();
    }
}
