package dev.cultivar.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u001B[31mb",
                "a\u009B31mb",
                "a\u001B]0;title\u0007b",
                "a\u001B]8;;https://example.org\u001B\\b",
                "a\u009D0;title\u009Cb",
                "a\u0090q\u009Cb",
                "a\u001B7b",
                "a\u0000\u0007\u0008\u007F\u0080\u009Fb",
                "a\u202E\u2066\u200F\u061C\u200B\uFEFFb",
                "a\uDB40\uDC41b"
            })
    void whatATerminalWouldObeyOrNobodySeesIsTakenOut(String text) {
        assertThat(PlainText.line(text)).isEqualTo("ab");
        assertThat(PlainText.text(text)).isEqualTo("ab");
    }

    @Test
    void everyControlOfBothRangesIsTakenOutOfALine() {
        for (char c = 0; c < 0xA0; c++) {
            if (Character.isISOControl(c)) {
                assertThat(PlainText.line("a" + c + "b").chars())
                        .as("U+%04X", (int) c)
                        .noneMatch(Character::isISOControl);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\r\n",
                "\r",
                "\t",
                "\u000B",
                "\f",
                "\u0085",
                "\u2028",
                "\u2029",
                "\n\n    ",
                " \n",
                "  \n \t  "
            })
    void aBreakOfAnyKindIsOneBlankInALine(String between) {
        assertThat(PlainText.line("a" + between + "b")).isEqualTo("a b");
    }

    @Test
    void manyBlanksTakeNoLongTime() {
        String blanks = " ".repeat(500_000);

        String line =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PlainText.line("a" + blanks + "b"));

        assertThat(line).hasSize(500_002);
    }

    @Test
    void textKeepsItsLinesAndTabs() {
        assertThat(PlainText.text("a\r\n\tb\rc\n")).isEqualTo("a\n\tb\nc\n");
    }

    @Test
    void blanksWithinALineStayAsACommandMayNeedThem() {
        assertThat(PlainText.line("mvn '-Da=x  y'")).isEqualTo("mvn '-Da=x  y'");
    }

    @Test
    void anEscapeStringThatNeverEndsHidesNothingAfterIt() {
        assertThat(PlainText.line("a\u001B]b c")).isEqualTo("ab c");
        assertThat(PlainText.line("Ma\u009Ee je tady")).isEqualTo("Mae je tady");
    }

    @Test
    void manyEscapeStringsThatNeverEndTakeNoLongTime() {
        String hostile = "\u009D".repeat(200_000) + "\u001B]".repeat(200_000);

        String line =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PlainText.line(hostile + "end"));

        assertThat(line).isEqualTo("end");
    }

    @Test
    void aLongLineIsCutBetweenWords() {
        assertThat(PlainText.line("people in Portuguese-speaking countries", 25))
                .isEqualTo("people in...");
        assertThat(PlainText.line("people in Denmark", 12)).isEqualTo("people in...");
        assertThat(PlainText.line("a " + "x".repeat(50), 40)).isEqualTo("a " + "x".repeat(35) + "...");
    }

    @Test
    void aMessageIsCutInItsMiddleAsItSaysAtItsEndWhatToDo() {
        String message = "Endpoint lab: answers HTTP 404: " + "its own words ".repeat(40) + "; check its base-url";

        assertThat(PlainText.bothEnds(message, 80))
                .hasSizeLessThanOrEqualTo(80)
                .startsWith("Endpoint lab: answers HTTP 404:")
                .contains("... ")
                .endsWith(" words ; check its base-url");
        assertThat(PlainText.bothEnds("a\nb", 3)).isEqualTo("a b");
        assertThat(PlainText.bothEnds("\uD83D\uDE00".repeat(100), 21))
                .isEqualTo("\uD83D\uDE00".repeat(8) + "... " + "\uD83D\uDE00".repeat(9));
    }

    @Test
    void aCutLineHasAtMostSoManyCharactersAndEndsInThreeDots() {
        assertThat(PlainText.line("0123456789", 10)).isEqualTo("0123456789");
        assertThat(PlainText.line("0123456789x", 10)).isEqualTo("0123456...");
    }

    @Test
    void noPairIsCutInHalf() {
        String faces = "\uD83D\uDE00".repeat(11);

        assertThat(PlainText.line(faces, 10)).isEqualTo("\uD83D\uDE00".repeat(7) + "...");
    }

    @Test
    void wordsHaveOneBlankBetweenThem() {
        assertThat(PlainText.words("<html>\n   <b>Bad\u009B2J   gateway</b>", 40))
                .isEqualTo("<html> <b>Bad gateway</b>");
    }

    @Test
    void aFailureWithoutAMessageIsItsType() {
        assertThat(PlainText.message(new IllegalStateException("no\n \u009B2Jway")))
                .isEqualTo("no way");
        assertThat(PlainText.message(new IllegalStateException())).isEqualTo("IllegalStateException");
        assertThat(PlainText.message(new IllegalStateException(" "))).isEqualTo("IllegalStateException");
    }

    @Test
    void aQuotedValueShowsWhatCannotBeSeen() {
        assertThat(PlainText.quoted("pro\u0000\u200B")).isEqualTo("'pro[U+0000][U+200B]'");
        assertThat(PlainText.quoted("x".repeat(50))).isEqualTo("'" + "x".repeat(37) + "...'");
    }

    @Test
    void visibleTextKeepsLettersAndShowsTheRestAsCodePoints() {
        assertThat(PlainText.visible("\u00E9 \uD83D\uDE00\n\t\r\u009B\u202E\uD83D\uFFFE"))
                .isEqualTo("\u00E9 \uD83D\uDE00\n\t[U+000D][U+009B][U+202E][U+D83D][U+FFFE]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06CC\u200C\u0634\u0648\u062F", // Persian: it becomes
                "\u0915\u094D\u200D\u0937", // Devanagari: a half form
                "\u0DC1\u0DCA\u200D\u0DBB\u0DD3", // Sinhala: Sri
                "\uD83D\uDC69\u200D\uD83D\uDC67", // woman and girl
                "\uD83D\uDC69\uD83C\uDFFD\u200D\u2695\uFE0F" // a physician, of medium skin
            })
    void aLineKeepsTheJoinersThatLettersAndPicturesAreMadeWith(String written) {
        assertThat(PlainText.line(written)).isEqualTo(written);
        assertThat(PlainText.text(written)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pay\u200Dpal",
                "pay\u200Cpal",
                "\u200Dpaypal",
                "paypal\u200C",
                "pay\u200D\u200Dpal",
                "p\u200B\u200Daypal"
            })
    void aJoinerThatNobodySeesIsTakenOut(String hidden) {
        assertThat(PlainText.line(hidden)).isEqualTo("paypal");
    }

    @Test
    void ofSeveralJoinersInARowNoneStays() {
        assertThat(PlainText.line("\u0645\u200C\u200C\u0634")).isEqualTo("\u0645\u0634");
        assertThat(PlainText.line("\uD83D\uDC69\u200C\uD83D\uDC67")).isEqualTo("\uD83D\uDC69\uD83D\uDC67");
    }

    @Test
    void unbrokenTextKeepsJoinersThatPersianIsWrittenWith() {
        assertThat(PlainText.unbroken(" \u0645\u06CC\u200C\u0634\u0648\u062F\u2028 \n\u0085x "))
                .isEqualTo("\u0645\u06CC\u200C\u0634\u0648\u062F x");
    }
}
