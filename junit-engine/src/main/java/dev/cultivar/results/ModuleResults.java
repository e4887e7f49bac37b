package dev.cultivar.results;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the run of a module left.
 *
 * @param name how the module is called, one name a module
 * @param output folder of its results
 * @param allure folder of its Allure results, empty for none
 */
public record ModuleResults(String name, Path output, Optional<Path> allure) {

    /** What a suite of the module is called where those of several modules stand together. */
    public String suite(String suite) {
        return name + "/" + suite;
    }
}
