package dev.cultivar.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What comes out of the sanitiser is clean, and stays as it is when it is cleaned again. */
class PlainTextFuzzTest extends Fuzz {

    private final ObjectMapper json = new ObjectMapper(JsonEscapes.factory());

    @Override
    protected List<String> corpus() {
        return List.of(
                "HTTP 500: no such model",
                "Kære læser, 1. Der bør være ret til abort.",
                "\u0645\u06CC\u200C\u0634\u0648\u062F",
                "\uD83D\uDC69\uD83C\uDFFD\u200D\u2695\uFE0F",
                "<html>\n   <b>Bad gateway</b>",
                "a\u001B[31mb\u009B0m\u001B]0;t\u009C");
    }

    @Override
    protected void look(String input) throws Exception {
        String line = PlainText.line(input);
        String text = PlainText.text(input);

        assertThat(List.of(line, PlainText.line(input, 40), PlainText.words(input, 40), PlainText.quoted(input)))
                .allMatch(Fuzz::isClean)
                .noneMatch(each -> each.contains("\n"));
        assertThat(List.of(text, PlainText.visible(input))).allMatch(Fuzz::isClean);
        assertThat(PlainText.line(line)).isEqualTo(line);
        assertThat(PlainText.text(text)).isEqualTo(text);
        assertThat(PlainText.line(input, 40).codePoints().count()).isLessThanOrEqualTo(40);

        String written = json.writeValueAsString(List.of(input));
        assertThat(written).matches(Fuzz::isClean).matches(all -> all.chars()
                .noneMatch(c -> Character.isSurrogate((char) c)));
        assertThat(json.readValue(written, String[].class)).containsExactly(input);
        assertThat(PlainThrowable.of(new IllegalStateException(input)).toString())
                .matches(Fuzz::isClean);
    }
}
