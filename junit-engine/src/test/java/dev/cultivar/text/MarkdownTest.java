package dev.cultivar.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void aCommandCanBeCopied() {
        String command = "mvn cultivar:baseline-save -Dcultivar.suites=it.Gate -Dcultivar.baseline=baselines/v1.json";

        assertThat(Markdown.text(command)).isEqualTo(command);
    }

    @ParameterizedTest
    @CsvSource({
        "- item, &#45; item",
        "+ item, &#43; item",
        "1. first, 1&#46; first",
        "12) twelfth (of all), 12&#41; twelfth (of all)",
        "2024.5 is a number, 2024&#46;5 is a number",
        "-0.30 and -0.20, &#45;0.30 and -0.20",
        "=== , &#61;==",
    })
    void whatMeansSomethingAtTheStartOfALineAloneIsReferencedThereAlone(String text, String expected) {
        assertThat(Markdown.text(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://evil.example/x",
                "www.evil.example",
                "mail me@evil.example",
                "<img src=x onerror=alert(1)>",
                "[click](javascript:alert(1))",
                "![x](y)",
                "a|b",
                "`code`",
                "~~gone~~",
                "**bold** _em_",
                "$x$",
                "#12",
                "&lt;"
            })
    void noTextBecomesALinkAnElementOrMarkup(String text) {
        String escaped = Markdown.text(text);

        assertThat(escaped.replaceAll("&#\\d+;", "")).doesNotContainPattern("[<>\\[\\]`*_~|#$&]");
        assertThat(escaped).doesNotContain("://evil.", "www.evil", "evil.example");
    }
}
