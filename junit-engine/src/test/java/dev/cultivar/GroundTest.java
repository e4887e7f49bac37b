package dev.cultivar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One sanitiser, one file-name cleaner, one atomic write and one digest, in the sources of all modules. */
class GroundTest {

    /** What only the ground room of that name may write, by the room. */
    private static final Map<String, Pattern> KEPT = Map.of(
            "text",
            Pattern.compile(String.join(
                    "|",
                    // classes of control and format characters in patterns, and their test by hand
                    "\\\\p\\{(Is|gc=|general_category=)?(Cntrl|C|Cc|Cf|Print|Graph)}",
                    "\\bisISOControl\\b",
                    // ranges of control characters, and marks that hide or turn text, as escapes of Java or of patterns
                    "\\\\(u00|x)[01][0-9A-Fa-f]-",
                    "\\\\(u00|x)9[0-9A-Fa-f]",
                    "\\\\u(200[EeFf]|202[A-Ea-e]|206[0-9])",
                    "0x(200[EeFf]|202[A-Ea-e]|206[0-9])\\b",
                    // a file name's alphabet
                    "\\[\\^[^\\]]*A-Za-z0-9[^\\]]*]\"\\s*(\\)\\s*;|,\\s*\"_\")")),
            "io",
            Pattern.compile(String.join(
                    "|",
                    "\\bMessageDigest\\b",
                    "\\bATOMIC_MOVE\\b|\\bFiles\\.move\\(",
                    // writes that replace a file in place; those that only create one or add to it are no rivals
                    "\\bFiles\\.write(String)?\\((?!.*\\b(CREATE_NEW|APPEND)\\b)|\\.writeValue\\(.*\\btoFile\\(")));

    @Test
    void noOtherRoomDoesWhatTheGroundDoes() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path module : List.of(Path.of(""), Path.of("../maven-plugin"))) {
            Path sources = module.resolve("src/main/java/dev/cultivar");
            assertThat(sources).isDirectory();
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        (Iterable<Path>) files.filter(each -> each.toString().endsWith(".java"))::iterator) {
                    String room = sources.relativize(file).getName(0).toString();
                    rivals(room, Files.readString(file)).forEach(line -> found.add(file + ": " + line));
                }
            }
        }
        assertThat(found).as("belongs into dev.cultivar.text or io").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text.replaceAll(\"\\\\p{Cntrl}\", \"?\")",
                "Pattern.compile(\"[\\\\p{Cc}&&[^\\\\n]]\")",
                "Pattern.compile(\"[^\\\\p{Print}]\")",
                "text.replaceAll(\"[\\\\x00-\\\\x1F]\", \"\")",
                "text.replaceAll(\"[\\u0000-\\u001F]\", \"\")",
                "if (Character.isISOControl(c)) {",
                "text.replace(\"\\u202E\", \"\")",
                "if (c >= 0x202A && c <= 0x202E) {",
                "suite.replaceAll(\"[^A-Za-z0-9._-]\", \"_\") + \".json\"",
                "Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);",
                "Files.writeString(file, text);",
                "Files.write(file, bytes);",
                "new ObjectMapper().writeValue(file.toFile(), note);",
                "MessageDigest.getInstance(\"SHA-256\")"
            })
    void aSecondOneIsFound(String planted) {
        assertThat(rivals("report", "class A {\n  " + planted + "\n}")).containsExactly(planted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLEAR_LINE = \"\\r\\u001b[K\";",
                "\" \\u00b7 \" + models()",
                "json.replace(\"\\u2028\", \"\\\\u2028\")",
                "PlainText.line(text)",
                "Files.writeString(file, text, StandardOpenOption.APPEND);",
                "JSON.writer().writeValue(text, run);",
                "text.replaceAll(\"[^\\\\p{L}\\\\p{N}]+\", \" \")"
            })
    void whatIsNoneIsNotTakenForOne(String line) {
        assertThat(rivals("report", line)).isEmpty();
    }

    private static List<String> rivals(String room, String source) {
        return source.lines()
                .map(String::strip)
                .filter(line -> KEPT.entrySet().stream()
                        .anyMatch(kept -> !kept.getKey().equals(room)
                                && kept.getValue().matcher(line).find()))
                .toList();
    }
}
