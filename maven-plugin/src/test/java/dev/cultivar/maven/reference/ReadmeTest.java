package dev.cultivar.maven.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README is read in one go, and its first project is the one that {@code init} writes, which the build runs. */
class ReadmeTest {

    private static String text(String document) throws IOException {
        return Files.readString(ReferenceTest.ROOT.resolve(document));
    }

    private static String firstPom(String document) throws IOException {
        Matcher block = Pattern.compile("(?ms)^```xml[^\\n]*\\n(.*?)^```$").matcher(text(document));
        assertThat(block.find()).as(document).isTrue();
        return block.group(1)
                .replaceFirst("^<\\?xml.*\\?>", "")
                .replaceAll(">\\s+<", "><")
                .strip();
    }

    @Test
    void itsProseIsUnderTwelveHundredWords() throws IOException {
        String prose = text("README.md")
                .replaceAll("(?ms)^```.*?^```$", "")
                .replaceAll("(?m)^\\|.*$", "")
                .replaceAll("]\\([^)]*\\)", "]");

        assertThat(Pattern.compile("\\S*[A-Za-z]\\S*").matcher(prose).results()).hasSizeBetween(800, 1199);
    }

    @Test
    void itsFirstProjectIsThatOfTheTutorial() throws IOException {
        assertThat(firstPom("README.md")).isEqualTo(firstPom("docs/tutorial.md"));
    }

    @Test
    void itsExampleOfACostHasPricesWithTheirDate() throws IOException {
        assertThat(text("README.md").replaceAll("\\s+", " "))
                .containsPattern("\\*\\*Cost\\.\\*\\*.* dollars per million in [A-Z][a-z]+ 20\\d\\d");
    }
}
