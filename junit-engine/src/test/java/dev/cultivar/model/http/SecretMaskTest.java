package dev.cultivar.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

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
