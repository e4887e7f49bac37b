package dev.cultivar.results;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The output of a module's run.
 *
 * @param name the module's name, unique among modules
 * @param output folder of the module's results
 * @param allure folder of its Allure results; empty if none
 */
public record ModuleResults(String name, Path output, Optional<Path> allure) {

    /** The name of one of the module's suites among those of several modules. */
    public String suite(String suite) {
        return name + "/" + suite;
    }
}
