package dev.cultivar.results;

import java.util.function.Function;

/**
 * A file made of the results of all suites of a module, whichever process ran them.
 *
 * @param file its name within the output folder
 * @param content what it holds
 */
public record ResultFormat(String file, Function<ResultsFile, byte[]> content) {}
