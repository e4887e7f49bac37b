package dev.cultivar.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cultivar.maven.allure.AllureCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever lists the processes of a machine sees their arguments, so no setting may ever be one. */
class ProcessArgumentsTest {

    @Test
    void allureAloneIsAProcessOfItsOwn() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> starting = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> read(file).matches("(?s).*(ProcessBuilder|getRuntime\\(\\)\\s*\\.exec).*"))
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertThat(starting).containsExactly("AllureCommand.java");
        }
    }

    @Test
    void allureIsToldWhereThingsAreAndNothingElse() {
        List<String> arguments = AllureCommand.arguments(Path.of("home"), Path.of("results"), Path.of("report"));
        String lib = Path.of("home", "lib") + File.separator;
        assertThat(arguments.subList(1, arguments.size()))
                .containsExactly(
                        "-cp",
                        lib + "*" + File.pathSeparator + lib + "config",
                        "io.qameta.allure.CommandLine",
                        "generate",
                        Path.of("results").toAbsolutePath().toString(),
                        "-o",
                        Path.of("report").toAbsolutePath().toString(),
                        "--clean",
                        "--single-file");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
