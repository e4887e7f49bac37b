package dev.cultivar.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path folder;

    @Test
    void aWriterThatFailsHalfwayLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("results.json");
        AtomicFile.write(file, "old");

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[1 << 17]);
                    throw new IllegalStateException("defect");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(file).hasContent("old");
        assertThat(left()).isOne();
    }

    @Test
    void aReaderSeesTheOldFileUntilTheNewOneIsWhole() throws IOException {
        Path file = folder.resolve("results.json");
        AtomicFile.write(file, "old");

        AtomicFile.write(file, out -> {
            out.write(new byte[] {'n', 'e', 'w'});
            out.flush();
            assertThat(file).hasContent("old");
        });

        assertThat(file).hasContent("new");
        assertThat(left()).isOne();
    }

    @Test
    void missingFoldersAreMadeAndALinkToAFolderIsOne() throws IOException {
        AtomicFile.write(folder.resolve("a/b/one"), "1");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));

        AtomicFile.write(folder.resolve("link/two"), "2");

        assertThat(folder.resolve("a/b/one")).hasContent("1");
        assertThat(folder.resolve("a/two")).hasContent("2");
    }

    @Test
    void aFolderThatIsAFileIsToldByTheFileSystem() throws IOException {
        AtomicFile.write(folder.resolve("file"), "");

        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("file/below"), "x"))
                .isInstanceOf(IOException.class);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void othersMayReadAFileAsTheyMayAnyOtherOfTheProcess() throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));

        AtomicFile.write(folder.resolve("report.html"), "x");

        assertThat(Files.getPosixFilePermissions(folder.resolve("report.html")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatIsPrivateIsReadableByItsOwnerOnly() throws IOException {
        AtomicFile.write(folder.resolve("answers"), "old");

        AtomicFile.writePrivately(folder.resolve("answers"), out -> out.write('x'));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("answers"))))
                .isEqualTo("rw-------");
    }

    private long left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
