package dev.cultivar.model.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms that still reveal a secret: any of its characters escaped or not, or all of it in hexadecimal or base64. */
final class SecretForms {

    /** Base64 writes three bytes as four characters. */
    private static final int GROUP = 3;

    private SecretForms() {}

    /** Matches every form. */
    static Pattern pattern(String secret) {
        StringBuilder forms = new StringBuilder();
        secret.codePoints().forEach(c -> forms.append(character(c)));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.append("|(?i:")
                .append(HexFormat.ofDelimiter("[ :-]?").formatHex(bytes))
                .append(')');
        base64(bytes).forEach(form -> forms.append('|').append(Pattern.quote(form)));
        return Pattern.compile(forms.toString());
    }

    /** The character itself, and as URLs, JSON, HTML and programs escape it. */
    private static String character(int c) {
        String plain = Pattern.quote(Character.toString(c));
        StringBuilder percent = new StringBuilder();
        for (byte each : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            percent.append(String.format("%%(?:25)?%02x", each));
        }
        return String.format(
                "(?:\\\\?%s|(?i:%s|\\\\u%04x|\\\\x%02x|&#x0*%x;|&#0*%d;)%s)",
                plain, percent, c, c, c, c, c == ' ' ? "|[+]" : "");
    }

    /**
     * Within a longer text, the secret can begin at any of three positions in a group. Only the groups that it fills completely are always
     * the same.
     */
    private static Set<String> base64(byte[] secret) {
        Set<String> forms = new LinkedHashSet<>();
        for (int before = 0; before < GROUP; before++) {
            byte[] shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            int from = before == 0 ? 0 : before + 1;
            int to = shifted.length * Byte.SIZE / 6;
            for (Base64.Encoder encoder : Set.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String whole = encoder.encodeToString(shifted);
                forms.add(whole.substring(from, to));
                if (before == 0) {
                    forms.add(whole);
                }
            }
        }
        return forms;
    }
}
