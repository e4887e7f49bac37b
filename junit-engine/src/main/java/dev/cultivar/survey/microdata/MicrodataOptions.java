package dev.cultivar.survey.microdata;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How to read a file.
 *
 * @param charset encoding of the text; a byte order mark is skipped
 * @param rule what happens to neutral codes
 * @param groupBy a further column whose values are groups
 */
public record MicrodataOptions(Charset charset, CodingRule rule, Optional<String> groupBy) {}
