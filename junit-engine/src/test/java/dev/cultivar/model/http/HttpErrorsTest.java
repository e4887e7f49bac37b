package dev.cultivar.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.provider.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpErrorsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u009B2J",
                "\u001B[2J",
                "\u001B]0;owned\u0007",
                "\u009D0;owned\u009C",
                "\u0085",
                "\u2028",
                "\u202E",
                "\u2066",
                "\u0000"
            })
    void theWordsOfAnEndpointHoldNothingThatATerminalObeys(String hostile) {
        String words = HttpErrors.words(reply("{\"error\": {\"message\": \"no " + escaped(hostile) + "credit\"}}"));

        assertThat(words).isEqualTo("no credit");
    }

    @Test
    void aPageInPlaceOfJsonIsOneLineWithOneBlankBetweenWords() {
        assertThat(HttpErrors.words(reply("<html>\r\n    <h1>502  Bad Gateway</h1>\u0085</html>")))
                .isEqualTo("<html> <h1>502 Bad Gateway</h1> </html>");
    }

    @Test
    void aLongErrorIsCutBetweenCharacters() {
        String words = HttpErrors.words(reply("{\"message\": \"" + "\uD83D\uDE00".repeat(500) + "\"}"));

        assertThat(words).isEqualTo("\uD83D\uDE00".repeat(237) + "...");
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder();
        text.chars().forEach(c -> json.append(String.format("\\u%04x", c)));
        return json.toString();
    }

    private static WireResponse reply(String body) {
        return new WireResponse(400, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
