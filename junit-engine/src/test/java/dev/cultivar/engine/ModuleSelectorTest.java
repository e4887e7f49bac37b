package dev.cultivar.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectModule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module is looked for among those that the virtual machine started with, so this one starts another. */
class ModuleSelectorTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    /** What the other virtual machine does. */
    static final class Discovery {
        private Discovery() {}

        public static void main(String[] modules) {
            Desk desk = new Desk(new CultivarTestEngine(new FakePipeline()));
            Desk.leaves(desk.discover(selectModule(modules[0]))).forEach(System.out::println);
        }
    }

    @Test
    void supportsModuleSelectors(@TempDir Path folder) throws IOException, InterruptedException {
        compile(folder);

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        folder.resolve("classes").toString(),
                        "--add-modules",
                        "team.values",
                        "--add-reads",
                        "team.values=ALL-UNNAMED",
                        "-cp",
                        CLASS_PATH,
                        Discovery.class.getName(),
                        "team.values")
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told.lines())
                .containsExactly(
                        "[engine:cultivar]/[suite:team.values.Release]/" + Expect.id("F120", "planted/uniform", "da"),
                        "[engine:cultivar]/[suite:team.values.Release]/[gates:gates]/[no-gate:none]");
    }

    private static void compile(Path folder) throws IOException {
        Path module = Files.writeString(folder.resolve("module-info.java"), "open module team.values {}\n");
        Path suite = Files.writeString(folder.resolve("Release.java"), """
                package team.values;

                @dev.cultivar.api.CulturalSuite(models = "planted/uniform", languages = "da", responses = 2)
                class Release {
                    @dev.cultivar.api.CulturalProbe("F120")
                    void abortion() {}
                }
                """);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        List.of(
                                        "--add-reads",
                                        "team.values=ALL-UNNAMED",
                                        "-proc:none",
                                        "-cp",
                                        CLASS_PATH,
                                        "-d",
                                        folder.resolve("classes").toString(),
                                        module.toString(),
                                        suite.toString())
                                .toArray(String[]::new));
        assertThat(failed).isZero();
    }
}
