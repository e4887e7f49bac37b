package dev.cultivar.maven.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllureCommandTest {

    @TempDir
    Path folder;

    @Test
    void foldersAndFilesOfTheZipAreUnpackedInPlace() throws Exception {
        Path target = Files.createDirectories(folder.resolve("work"));
        AllureCommand.unzip(zip("allure/", "allure/lib/a.jar", "allure/lib/../config/b.yml"), target);

        assertThat(target.resolve("allure/lib/a.jar")).hasContent("content of allure/lib/a.jar");
        assertThat(target.resolve("allure/config/b.yml")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside.sh", "allure/../../outside.sh", "/outside.sh", "../work-outside/outside.sh"})
    void nothingIsWrittenOutsideOfTheFolderAndTheBuildIsRed(String name) throws Exception {
        Path target = Files.createDirectories(folder.resolve("work"));
        Path zip = zip("allure/lib/a.jar", name);

        assertThatThrownBy(() -> AllureCommand.unzip(zip, target))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("points outside the archive");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString()))
                    .containsExactlyInAnyOrder("allure.zip", "work/allure/lib/a.jar");
        }
        assertThat(Path.of("/outside.sh")).doesNotExist();
    }

    private Path zip(String... names) throws IOException {
        Path zip = folder.resolve("allure.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    out.write(("content of " + name).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return zip;
    }
}
