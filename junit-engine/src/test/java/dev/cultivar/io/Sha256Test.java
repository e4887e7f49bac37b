package dev.cultivar.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the examples of FIPS 180-4 that NIST gives. */
class Sha256Test {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void examplesOfTheStandard(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        assertThat(Sha256.of("abc").hex()).isEqualTo(ABC);
        assertThat(Sha256.of(file).hex()).isEqualTo(ABC);
        assertThat(new Sha256().add("a").add("bc").hex()).isEqualTo(ABC);
        assertThat(HexFormat.of()
                        .formatHex(Base64.getDecoder().decode(Sha256.of("abc").base64())))
                .isEqualTo(ABC);
        assertThat(new Sha256().hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
