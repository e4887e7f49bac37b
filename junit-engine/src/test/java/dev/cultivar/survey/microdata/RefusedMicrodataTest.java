package dev.cultivar.survey.microdata;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cultivar.survey.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedMicrodataTest extends WithMicrodata {

    @Test
    void valueLabelsWithTheWayOut() throws IOException {
        requireOneLine(
                joint("F120", "Never justifiable"),
                "row 1: F120 is 'Never justifiable', a label rather than a code. Write codes, not labels: in SPSS");
        requireOneLine(
                new MadeUpFile("B_COUNTRY_ALPHA", "LNGE_ISO", "W_WEIGHT", "PWGHT", "Q184")
                        .row("Germany", "de", "1", "1", "1"),
                "row 1: B_COUNTRY_ALPHA is 'Germany', which is not a country code. Write codes, not labels");
    }

    @Test
    void codesThatAreNone() throws IOException {
        requireOneLine(joint("F120", "1.5"), "row 1: F120 is '1.5', not a whole number.");
        requireOneLine(joint("F120", "11"), "row 1: F120 is 11, but the catalogue knows its codes as 1 to 10.");
        requireOneLine(
                new MadeUpFile("B_COUNTRY_ALPHA", "LNGE_ISO", "W_WEIGHT", "PWGHT", "Q171")
                        .row("DEU", "de", "1", "1", "8"),
                "row 1: Q171 is 8, but the catalogue knows its codes as 1 to 7.");
        requireOneLine(
                new MadeUpFile("S002VS", "S003", "S017", "F120").row("7", "999", "1", "1"),
                "row 1: S003 is '999', which is not a country code.");
    }

    @Test
    void weightsThatAreMissing() throws IOException {
        requireOneLine(
                new MadeUpFile("cntry_AN", "lnge_iso", "gwght", "pwght", "F120").row("DK", "da", "NA", "1", "1"),
                "row 1: gwght is 'NA', not a weight (a number of at least 0).");
        requireOneLine(
                new MadeUpFile("B_COUNTRY_ALPHA", "LNGE_ISO", "Q184").row("DEU", "de", "1"),
                "looks like the file of WVS wave 7 but lacks the column W_WEIGHT; it has 3 columns, from"
                        + " B_COUNTRY_ALPHA. Keep it in a part of the file.");
    }

    @Test
    void filesOfAnotherKind() throws IOException {
        requireOneLine(
                new MadeUpFile("id", "V2", "V4").row("1", "276", "1"),
                "has no column cntry_AN, B_COUNTRY_ALPHA, COUNTRY_ALPHA, S009 or S003, which say the country");
        requireOneLine(
                new MadeUpFile("B_COUNTRY_ALPHA", "LNGE_ISO", "W_WEIGHT", "PWGHT", "Q184P")
                        .row("DEU", "de", "1", "1", "1"),
                "has Q184P in place of Q184: it is the file of WVS wave 7 with scales inverted. Take the one"
                        + " without \"inverted\" in its name.");
        requireOneLine(
                new MadeUpFile("S003", "S017", "F120").row("276", "1", "1"),
                "has none of the columns S002VS, S002EVS and S020");
        requireOneLine(
                new MadeUpFile("S002VS", "S003", "S017", "F120").row("6", "276", "1", "1"),
                "has no respondent of EVS wave 5 or WVS wave 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$FL2@(#) SPSS", "<stata_dta><header>", "PK\u0003\u0004", "\u001f\u008b", "\u00ff\u00fea"})
    void formatsThatAreNoCsv(String start) throws IOException {
        Path file = Files.write(folder.resolve("other"), (start + "rest").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(
                        () -> MicrodataImport.read(file, Catalogue.builtIn(), MadeUpFile.options(CodingRule.PUBLISHED)))
                .isInstanceOf(MicrodataException.class)
                .hasMessageContaining(", not CSV. ");
    }

    private MadeUpFile joint(String topic, String code) {
        return new MadeUpFile("cntry_AN", "lnge_iso", "gwght", "pwght", topic).row("DK", "da", "1", "1", code);
    }

    private void requireOneLine(MadeUpFile file, String message) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(MicrodataException.class)
                .hasMessageStartingWith(folder.resolve("f.csv").toString())
                .hasMessageContaining(message)
                .hasMessageEndingWith(".")
                .message()
                .doesNotContain("\n");
    }
}
