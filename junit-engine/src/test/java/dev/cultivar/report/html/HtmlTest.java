package dev.cultivar.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "</td><img src=x onerror=alert(1)>", "\" onclick=\"x", "]]>", "<!--"
            })
    void textCannotBecomeMarkup(String hostile) {
        String made = new Html().element("p", hostile, "title", hostile).toString();

        assertThat(made.substring("<p title=\"".length(), made.length() - "</p>".length())
                        .replace("\">", ""))
                .doesNotContain("<", ">", "\"", "'");
    }

    @Test
    void charactersThatTurnOrHideALineAreShownByNumber() {
        assertThat(Html.escaped("a\u202Eb\u0000c\u001B[31m\u200B\uFEFF"))
                .isEqualTo("a[U+202E]b[U+0000]c[U+001B][31m[U+200B][U+FEFF]");
    }

    @Test
    void halfASurrogatePairIsShownByNumber() {
        assertThat(Html.escaped("x\uD83D")).isEqualTo("x[U+D83D]");
    }

    @Test
    void letters_emojiAndRightToLeftTextStayAsTheyAre() {
        assertThat(Html.escaped("\u05E9\u05DC\u05D5\u05DD \uD83D\uDE00 \u00E6\u00F8\u00E5"))
                .isEqualTo("\u05E9\u05DC\u05D5\u05DD \uD83D\uDE00 \u00E6\u00F8\u00E5");
    }

    @Test
    void embeddedJsonHoldsNoEndOfItsElement() {
        assertThat(Page.embedded("{\"a\":\"</script><!--<script>]]>\"}")).doesNotContain("<");
    }

    @Test
    void thePolicyAllowsTheOneStyleAndTheOneScriptByTheirHashes() throws IOException {
        String page = page();
        String policy =
                group(page, "Content-Security-Policy\" content=\"([^\"]*)\"").replace("&#39;", "'");

        assertThat(policy)
                .startsWith("default-src 'none'")
                .contains("style-src 'sha256-" + sha256(group(page, "(?s)<style>(.*?)</style>")) + "'")
                .contains("script-src 'sha256-" + sha256(group(page, "(?s)<script>(.*?)</script>")) + "'")
                .doesNotContain("unsafe");
    }

    @Test
    void thePageNamesNoAddressToFetch() throws IOException {
        assertThat(page()).doesNotContain("http://", "https://", "@import", "url(");
    }

    @Test
    void theScriptNeverParsesMarkup() throws IOException {
        assertThat(group(page(), "(?s)<script>(.*?)</script>"))
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(");
    }

    private static String page() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Page.write(out, "T", new Html().element("p", "x"), data -> {});
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String group(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
