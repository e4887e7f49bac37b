package dev.cultivar.results;

import java.util.function.Function;

/**
 * A file made from the results of all suites of a module, whichever process ran them.
 *
 * @param file its name within the output folder
 * @param content makes its content
 */
public record ResultFormat(String file, Function<ResultsFile, byte[]> content) {}
