package dev.cultivar.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {

    @Test
    void aSecretIsKnownInTheFormsThatItComesBackIn() {
        SecretMask secrets = new SecretMask();
        secrets.add("Bearer ab/cd+ef==");
        secrets.addCredentials("me:pass/word");
        String basic = Base64.getEncoder().encodeToString("me:pass/word".getBytes(StandardCharsets.UTF_8));
        String echo = "Bearer ab/cd+ef==; ab/cd+ef==; ab%2Fcd%2Bef%3D%3D; ab\\/cd+ef==; me:pass/word; pass/word; Basic "
                + basic;
        assertThat(secrets.hide(echo))
                .isEqualTo("[secret]; [secret]; [secret]; [secret]; [secret]; [secret]; Basic [secret]");
        assertThat(secrets.hide("the bearer of bad news")).isEqualTo("the bearer of bad news");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "736B2D61622F63642B65663D3D",
                "73 6b 2d 61 62 2f 63 64 2b 65 66 3d 3d",
                "sk%2dab%2fcd%2Bef%3D=",
                "%73%6B%2D%61%62%2F%63%64%2B%65%66%3D%3D",
                "sk-ab%252Fcd%252Bef%253D%253D",
                "sk-ab\\u002Fcd\\u002bef==",
                "sk-ab\\/cd+ef==",
                "sk-ab&#47;cd&#x2B;ef&#61;&#x3d;",
            })
    void anEscapedSecretIsPaintedOverToo(String form) {
        SecretMask secrets = new SecretMask();
        secrets.add("sk-ab/cd+ef==");

        assertThat(secrets.hide("no: " + form + ".")).isEqualTo("no: [secret].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "B", "Be", "Bearer ", "{\"key\":\"", "\u00E9"})
    void aSecretWithinBase64IsPaintedOverWhereverItBegins(String before) {
        String key = "sk-0123?>456789\u007E";
        SecretMask secrets = new SecretMask();
        secrets.add(key);
        byte[] text = (before + key + "\"}").getBytes(StandardCharsets.UTF_8);

        for (Base64.Encoder encoder :
                List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())) {
            String hidden = secrets.hide(encoder.encodeToString(text));
            assertThat(hidden).contains("[secret]");
            // What is left are the groups at its edges, which hold less than three of its bytes.
            int around = encoder.encodeToString((before + "\"}").getBytes(StandardCharsets.UTF_8))
                    .length();
            assertThat(hidden.replace("[secret]", "").length()).isLessThanOrEqualTo(around + 4);
        }
    }

    @Test
    void partsOfAKeyAreHiddenAndOtherWordsAreNot() {
        SecretMask secrets = new SecretMask();
        secrets.add("sk-proj-0123456789abcdef");
        assertThat(secrets.hideParts(
                        "Incorrect API key provided: sk-proj-********cdef. Find yours at https://host/keys."))
                .isEqualTo("Incorrect API key provided: [secret] Find yours at https://host/keys.");
        assertThat(secrets.hideParts("key 'sk-p...cdef' ends in cdef, begins with sk-proj-01"))
                .isEqualTo("key [secret] ends in [secret] begins with [secret]");
        assertThat(secrets.hideParts("Insufficient credits: add more... then ask again"))
                .isEqualTo("Insufficient credits: add more... then ask again");
    }

    @Test
    void theMaskDoesNotShowWhatItHides() {
        SecretMask secrets = new SecretMask();
        secrets.add("sk-0123456789");
        assertThat(secrets.toString()).doesNotContain("sk-0123456789");
    }
}
